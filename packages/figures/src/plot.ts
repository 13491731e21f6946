/** What a chart shows, in the numbers of its axes. Lines keep apart by dash and label as well as by colour. */
export type Tone = 'ink' | 'ink2' | 'action' | 'right' | 'grid';

export interface Axis {
  from: number;
  to: number;
  ticks: readonly number[];
  /** Name and unit. */
  label?: string;
  log?: boolean;
  format?: (value: number) => string;
}

export interface PlotLine {
  points: readonly (readonly [number, number])[];
  tone: Tone;
  dashed?: boolean;
  thick?: boolean;
  closed?: boolean;
  label?: string;
  /** Where the label stands: a fraction of the line's length; its end unless told. */
  labelAt?: number;
  labelSide?: 'above' | 'below' | 'left' | 'right';
}

export interface PlotDot {
  x: number;
  y: number;
  tone: Tone;
  label?: string;
  side?: 'above' | 'below' | 'left' | 'right';
  hollow?: boolean;
  small?: boolean;
}

export interface PlotRule {
  axis: 'x' | 'y';
  at: number;
  tone?: Tone;
  label?: string;
  /** Only so far along the other axis. */
  until?: number;
}

export interface PlotBand {
  axis: 'x' | 'y';
  from: number;
  to: number;
  fill: 'right-soft' | 'action-soft' | 'gold' | 'grid';
  label?: string;
}

export interface PlotArea {
  points: readonly (readonly [number, number])[];
  fill: 'right-soft' | 'action-soft' | 'gold' | 'grid' | 'hatch';
}

export interface PlotBar {
  /** A rectangle in the axes' numbers. */
  x0: number;
  x1: number;
  y0: number;
  y1: number;
  fill: 'action' | 'ink2' | 'gold' | 'grid' | 'none' | 'action-soft' | 'right';
  label?: string;
  /** Under the axis. */
  name?: string;
}

export interface Plot {
  /** x, y, width and height in the drawing, axes and labels included. */
  box: readonly [number, number, number, number];
  x: Axis;
  y: Axis;
  title?: string;
  bands?: readonly PlotBand[];
  areas?: readonly PlotArea[];
  bars?: readonly PlotBar[];
  rules?: readonly PlotRule[];
  lines?: readonly PlotLine[];
  dots?: readonly PlotDot[];
  /** What moves, by the phase of a turn. */
  moving?: (phase: number) => PlotDot[];
  /** Dragging along an axis sets a control. */
  drag?: { x?: string; y?: string };
}

export interface Scale {
  (value: number): number;
  invert: (place: number) => number;
}

export const scaleOf = ({ from, to, log = false }: Axis, start: number, end: number): Scale => {
  const f = log ? Math.log : (value: number) => value;
  const back = log ? Math.exp : (value: number) => value;
  const [low, high] = [f(from), f(to)];
  const scale = (value: number) =>
    start + ((f(Math.max(value, log ? 1e-12 : -Infinity)) - low) / (high - low)) * (end - start);
  return Object.assign(scale, {
    invert: (place: number) => back(low + ((place - start) / (end - start)) * (high - low)),
  });
};

/** Where the axes leave room for what is drawn. */
export const fieldOf = ({ box: [x, y, width, height], x: across, y: up, title, bars }: Plot) => ({
  left: x + (up.ticks.length > 0 ? 31 : 6),
  right: x + width - 10,
  top: y + (up.label || title ? 18 : 6),
  bottom:
    y +
    height -
    (across.ticks.length > 0 || bars?.some(({ name }) => name) ? 16 : 4) -
    (across.label ? 14 : 0),
});

/** One decimal is a tenth of a pixel: no eye misses what lies beyond. */
export const place = (value: number): string => String(Math.round(value * 10) / 10);

export const pathOf = (
  points: readonly (readonly [number, number])[],
  x: Scale,
  y: Scale,
  closed = false,
): string =>
  points.map(([a, b], k) => `${k === 0 ? 'M' : 'L'}${place(x(a))} ${place(y(b))}`).join('') +
  (closed ? 'Z' : '');
