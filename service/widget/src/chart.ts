// Charts, in a module of their own that is loaded when the first one is wanted.

import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, TitleComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import type { Drawing, Series } from "./figures.js";

// No tooltip: it would write markup with inline styles, which a strict policy forbids. Figures stand at their marks.
use([BarChart, LineChart, GridComponent, LegendComponent, TitleComponent, CanvasRenderer]);

const NARROW = 420; // pixels up to which the scale is left out: the amounts stand at their bars, which need the room

export interface Look {
  ink: string;
  soft: string;
  line: string;
  sheet: string;
  colours: string[];
  size: number;
  font: string;
  still: boolean;
}

export interface Chart {
  resize(): void;
  png(): Promise<Blob | null>;
  end(): void;
}

/** Draw into `room`, whose height is set here: rows need more of it the more there are. */
export function draw(room: HTMLElement, drawing: Drawing, look: Look): Chart {
  room.style.height = `${heightOf(drawing, look.size, room.clientWidth)}px`;
  const chart = init(room, null, { renderer: "canvas" });
  chart.setOption(optionOf(drawing, look, room.clientWidth));
  return {
    resize: () => chart.resize(),
    png: () => pictured(room, drawing, look),
    end: () => chart.dispose(),
  };
}

/** The chart with its title, twice as fine, for a file. */
function pictured(room: HTMLElement, drawing: Drawing, look: Look): Promise<Blob | null> {
  const width = Math.max(640, room.clientWidth);
  const height = heightOf(drawing, look.size, width) + 3.5 * look.size;
  const chart = init(document.createElement("div"), null, { renderer: "canvas", width, height });
  const option = optionOf(drawing, { ...look, still: true }, width);
  chart.setOption({
    ...option,
    title: { text: drawing.title, left: 12, top: 10, textStyle: { color: look.ink, fontSize: look.size, fontFamily: look.font } },
    grid: { ...option.grid, top: option.grid.top + 3.5 * look.size },
    legend: option.legend && { ...option.legend, top: 2.5 * look.size },
  });
  const canvas = chart.renderToCanvas({ pixelRatio: 2, backgroundColor: look.sheet });
  chart.dispose();
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

function heightOf(drawing: Drawing, size: number, width: number): number {
  if (drawing.kind !== "rows") return 17 * size;
  const each = (width > NARROW ? 1.1 : 2.4) + 1.3 * drawing.series.length;
  return Math.round((2 + drawing.categories.length * each) * size);
}

function optionOf(drawing: Drawing, look: Look, width: number) {
  const rows = drawing.kind === "rows";
  const text = { color: look.soft, fontSize: Math.round(look.size * 0.8), fontFamily: look.font };
  const several = drawing.series.length > 1;
  const above = rows && width <= NARROW; // names above their bars, which need all the width there is
  const lift = (0.65 * drawing.series.length + 0.15) * look.size;
  const categories = {
    type: "category" as const,
    data: drawing.categories,
    inverse: rows,
    axisTick: { show: false },
    axisLine: { show: !above, lineStyle: { color: look.line } },
    axisLabel: above
      ? { ...text, inside: true, margin: 0, verticalAlign: "bottom" as const, padding: [0, 0, lift, 0], interval: 0 }
      : { ...text, width: rows ? width * 0.3 : undefined, overflow: "break" as const, interval: 0 },
    z: 3,
  };
  const values = {
    type: "value" as const,
    name: drawing.unit,
    nameTextStyle: text,
    nameLocation: "end" as const,
    splitNumber: 4,
    axisLabel: { ...text, show: width > NARROW, hideOverlap: true },
    splitLine: { lineStyle: { color: look.line } },
  };
  return {
    animation: !look.still,
    animationDuration: 400,
    color: look.colours,
    textStyle: { fontFamily: look.font },
    legend: several ? { top: 0, type: "scroll" as const, textStyle: text } : undefined,
    grid: { left: 8, right: rows ? roomForTexts(drawing, look.size) : 16, top: (several ? 4.5 : above ? 1.8 : rows ? 0.5 : 2.5) * look.size, bottom: 8, containLabel: true },
    xAxis: rows ? { ...values, show: false, max: "dataMax" as const } : categories,
    yAxis: rows ? categories : values,
    series: drawing.series.map((one) => seriesOf(drawing, one, look, above ? 1.2 : 2.2)),
  };
}

/** Pixels for the amounts written at the ends of bars; a Chinese character is twice as wide as a digit. */
function roomForTexts({ series, unit }: Drawing, size: number): number {
  const longest = Math.max(...series.flatMap(({ texts }) => texts.map((text) => text.length)));
  return (longest + 2 * unit.length + 2) * 0.43 * size;
}

function seriesOf(drawing: Drawing, series: Series, look: Look, thick: number) {
  const rows = drawing.kind === "rows";
  const unit = rows ? ` ${drawing.unit}` : "";
  const label = {
    show: true,
    position: rows ? ("right" as const) : ("top" as const),
    formatter: ({ dataIndex }: { dataIndex: number }) => series.texts[dataIndex] + unit,
    color: look.ink,
    fontSize: Math.round(look.size * 0.78),
    fontFamily: look.font,
  };
  const shared = { name: series.name, data: series.values, label, labelLayout: { hideOverlap: true } };
  if (drawing.kind === "line") return { ...shared, type: "line" as const, symbolSize: 8, lineStyle: { width: 2.5 } };
  return { ...shared, type: "bar" as const, barMaxWidth: thick * look.size, itemStyle: { borderRadius: 3 } };
}
