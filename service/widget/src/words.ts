// Which words the interface speaks.

import { en } from "./words/en.js";
import { zhCN, type Words } from "./words/zh-CN.js";
import { zhTW } from "./words/zh-TW.js";

export type { Words };

/** The words of a locale; a locale that is not there, or none, is simplified Chinese. */
export function wordsOf(locale: string | null | undefined): Words {
  const wanted = (locale ?? "").toLowerCase();
  if (/^zh[-_](tw|hk|mo|hant)/.test(wanted)) return zhTW;
  return wanted.startsWith("en") ? en : zhCN;
}
