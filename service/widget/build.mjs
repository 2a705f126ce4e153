// Builds what the Python package serves: hashed modules first, then /widget.js, which must know their names,
// and a manifest with a hash of the sources, so that a test can tell when the built files are not of them.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const here = fileURLToPath(new URL(".", import.meta.url));
const out = join(here, "dist");
const ENTRIES = { chat: "src/chat.ts", page: "src/page.ts", embed: "src/embed.ts" };
const SOURCES = ["build.mjs", "package.json", "package-lock.json", "tsconfig.json", "src"];
const shared = {
  root: here,
  configFile: false,
  logLevel: "warn",
  publicDir: false,
  esbuild: { legalComments: "none" },
};

function files(path) {
  try {
    return readdirSync(path, { withFileTypes: true }).flatMap((entry) => files(join(path, entry.name)));
  } catch (error) {
    if (error.code === "ENOTDIR") return [path];
    throw error;
  }
}

function sha256(...parts) {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}

/** The same sum as in tests/service/test_widget_built.py: name, a zero byte, content, a zero byte, by name. */
function sourcesHash() {
  const named = SOURCES.flatMap((name) => files(join(here, name)))
    .map((path) => [relative(here, path).split(sep).join("/"), readFileSync(path)])
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return sha256(...named.flatMap(([name, content]) => [name, "\0", content, "\0"]));
}

async function modules() {
  const made = await build({
    ...shared,
    build: {
      outDir: out,
      emptyOutDir: true,
      target: "es2022",
      modulePreload: false,
      chunkSizeWarningLimit: 600, // kB: the charts, which come on demand
      rollupOptions: {
        input: Object.fromEntries(Object.entries(ENTRIES).map(([name, path]) => [name, join(here, path)])),
        preserveEntrySignatures: "allow-extension",
        output: { format: "es", entryFileNames: "[name]-[hash].js", chunkFileNames: "[name]-[hash].js" },
      },
    },
  });
  return Object.fromEntries(
    made.output.filter((part) => part.type === "chunk" && part.isEntry).map((part) => [part.name, part.fileName]),
  );
}

async function loader(entries) {
  await build({
    ...shared,
    define: { __CHAT__: JSON.stringify(`widget/${entries.chat}`) },
    build: {
      outDir: out,
      emptyOutDir: false,
      target: "es2020",
      rollupOptions: {
        input: join(here, "src/loader.ts"),
        output: { format: "iife", entryFileNames: "widget.js" },
      },
    },
  });
}

rmSync(out, { recursive: true, force: true });
const entries = await modules();
await loader(entries);
const built = Object.fromEntries(
  readdirSync(out)
    .sort()
    .map((name) => [name, sha256(readFileSync(join(out, name)))]),
);
const manifest = { sources: sourcesHash(), entries, files: built };
writeFileSync(join(out, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
for (const name of Object.keys(built)) console.log(name, readFileSync(join(out, name)).length);
