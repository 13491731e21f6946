export interface Box {
  id: string;
  width: number;
  height: number;
}

export interface Arrow {
  from: string;
  to: string;
}

export interface PlacedBox extends Box {
  x: number;
  y: number;
}

export interface Layout<A extends Arrow> {
  width: number;
  height: number;
  boxes: PlacedBox[];
  /** Each passes between boxes, through none; `tip` is where it arrives, `down` tells from which side. */
  arrows: (A & { path: string; tip: [number, number]; down: boolean })[];
}

/** A box, or the place where an arrow passes a layer. */
interface Slot extends Box {
  layer: number;
  centre: number;
  above: Slot[];
  below: Slot[];
}

const margin = 8;
const gap = 24;
const between = 44;
const passing = 12;

/**
 * Draws a graph from top to bottom: each box below those that lead to it, arrows between the layers. After Sugiyama,
 * Tagawa & Toda (1981), IEEE Trans. Syst. Man Cybern. 11, 109–125. An arrow back to what came before goes up.
 */
export function layeredLayout<A extends Arrow>(boxes: readonly Box[], arrows: readonly A[]): Layout<A> {
  const back = arrowsBack(boxes, arrows);
  const forward = arrows.map((arrow) =>
    back.has(arrow) ? { from: arrow.to, to: arrow.from } : { from: arrow.from, to: arrow.to },
  );
  const layerOf = layersOf(boxes, forward);
  const slots = new Map(
    boxes.map((box): [string, Slot] => [
      box.id,
      { ...box, layer: layerOf.get(box.id)!, centre: 0, above: [], below: [] },
    ]),
  );
  const layers: Slot[][] = [];
  const stand = (slot: Slot) => (layers[slot.layer] ??= []).push(slot);
  for (const slot of slots.values()) stand(slot);
  const chains = forward.map(({ from, to }) => {
    const chain = [slots.get(from)!];
    const end = slots.get(to)!;
    for (let layer = chain[0]!.layer + 1; layer < end.layer; layer += 1) {
      const slot = { id: '', width: passing, height: 0, layer, centre: 0, above: [], below: [] };
      stand(slot);
      chain.push(slot);
    }
    chain.push(end);
    chain.slice(1).forEach((slot, index) => {
      slot.above.push(chain[index]!);
      chain[index]!.below.push(slot);
    });
    return chain;
  });
  order(layers);
  align(layers);

  const tops: number[] = [];
  const bottoms: number[] = [];
  let y = margin;
  for (const layer of layers) {
    tops.push(y);
    y += Math.max(...layer.map(({ height }) => height));
    bottoms.push(y);
    y += between;
  }
  const left = Math.min(...layers.flat().map(({ centre, width }) => centre - width / 2)) - margin;
  for (const slot of layers.flat()) slot.centre -= left;
  return {
    width: round(Math.max(...layers.flat().map(({ centre, width }) => centre + width / 2)) + margin),
    height: round(y - between + margin),
    boxes: boxes.map((box) => {
      const { centre, layer } = slots.get(box.id)!;
      return { ...box, x: round(centre - box.width / 2), y: tops[layer]! };
    }),
    arrows: arrows.map((arrow, index) => {
      const chain = chains[index]!;
      const down = !back.has(arrow);
      const first = chain[0]!;
      const last = chain.at(-1)!;
      const start = [first.centre, tops[first.layer]! + first.height] as const;
      const end = [last.centre, tops[last.layer]!] as const;
      return { ...arrow, path: pathOf(chain, start, tops, bottoms), tip: pair(down ? end : start), down };
    }),
  };
}

function pathOf(chain: Slot[], [x, y]: readonly [number, number], tops: number[], bottoms: number[]): string {
  const parts = [`M${round(x)} ${round(y)}`];
  chain.slice(1).forEach((slot, index) => {
    const from = chain[index]!;
    const bottom = bottoms[from.layer]!;
    const top = tops[slot.layer]!;
    const middle = round((bottom + top) / 2);
    parts.push(`V${round(bottom)}`);
    parts.push(
      `C${round(from.centre)} ${middle} ${round(slot.centre)} ${middle} ${round(slot.centre)} ${round(top)}`,
    );
  });
  return parts.join('');
}

function arrowsBack<A extends Arrow>(boxes: readonly Box[], arrows: readonly A[]): Set<A> {
  const back = new Set<A>();
  const open = new Set<string>();
  const done = new Set<string>();
  const visit = (id: string) => {
    open.add(id);
    for (const arrow of arrows.filter(({ from }) => from === id)) {
      if (open.has(arrow.to)) back.add(arrow);
      else if (!done.has(arrow.to)) visit(arrow.to);
    }
    open.delete(id);
    done.add(id);
  };
  for (const { id } of boxes) if (!done.has(id)) visit(id);
  return back;
}

/** One below the lowest that leads to it; what nothing leads to stands just above what it leads to. */
function layersOf(boxes: readonly Box[], arrows: readonly Arrow[]): Map<string, number> {
  const layers = new Map<string, number>();
  const layer = (id: string): number => {
    const known = layers.get(id);
    if (known !== undefined) return known;
    const before = arrows.filter(({ to }) => to === id).map(({ from }) => layer(from));
    const own = before.length === 0 ? 0 : Math.max(...before) + 1;
    layers.set(id, own);
    return own;
  };
  for (const { id } of boxes) layer(id);
  for (const { id } of boxes) {
    const after = arrows.filter(({ from }) => from === id).map(({ to }) => layers.get(to)!);
    if (arrows.some(({ to }) => to === id) || after.length === 0) continue;
    layers.set(id, Math.min(...after) - 1);
  }
  return layers;
}

/** Turns layers over until arrows cross least. */
function order(layers: Slot[][]): void {
  let best = layers.map((layer) => [...layer]);
  let fewest = crossings(layers);
  for (let turn = 0; turn < 24 && fewest > 0; turn += 1) {
    const down = turn % 2 === 0;
    for (const layer of down ? layers : [...layers].reverse()) {
      const places = new Map(layers.flatMap((one) => one.map((slot, index) => [slot, index] as const)));
      const wanted = new Map(
        layer.map((slot, index) => [
          slot,
          mean(
            near(slot, down).map((other) => places.get(other)!),
            index,
          ),
        ]),
      );
      layer.sort((a, b) => wanted.get(a)! - wanted.get(b)!);
    }
    const now = crossings(layers);
    if (now >= fewest) continue;
    fewest = now;
    best = layers.map((layer) => [...layer]);
  }
  best.forEach((layer, index) => (layers[index] = layer));
}

function crossings(layers: Slot[][]): number {
  return layers.reduce((sum, layer, index) => {
    const next = new Map((layers[index + 1] ?? []).map((slot, place) => [slot, place]));
    const ends = layer.flatMap((slot) => slot.below.map((other) => next.get(other)!).sort((a, b) => a - b));
    let crossed = 0;
    ends.forEach((end, place) => {
      for (const later of ends.slice(place + 1)) if (later < end) crossed += 1;
    });
    return sum + crossed;
  }, 0);
}

/** Moves boxes under what leads to them, keeping their order and their distance. */
function align(layers: Slot[][]): void {
  for (const layer of layers) spread(layer, (slot) => slot.centre);
  for (let turn = 0; turn < 16; turn += 1) {
    const down = turn % 2 === 0;
    for (const layer of down ? layers : [...layers].reverse()) {
      spread(layer, (slot) =>
        mean(
          near(slot, down).map(({ centre }) => centre),
          slot.centre,
        ),
      );
    }
  }
}

/** The mean of the two layouts that give way to the right and to the left keeps every distance too. */
function spread(layer: Slot[], wanted: (slot: Slot) => number): void {
  const aim = layer.map(wanted);
  const apart = (index: number) => (layer[index - 1]!.width + layer[index]!.width) / 2 + gap;
  const right = [...aim];
  for (let i = 1; i < layer.length; i += 1) right[i] = Math.max(aim[i]!, right[i - 1]! + apart(i));
  const left = [...aim];
  for (let i = layer.length - 2; i >= 0; i -= 1) left[i] = Math.min(aim[i]!, left[i + 1]! - apart(i + 1));
  layer.forEach((slot, index) => (slot.centre = (right[index]! + left[index]!) / 2));
}

const near = (slot: Slot, down: boolean): Slot[] => (down ? slot.above : slot.below);
const mean = (values: number[], otherwise: number): number =>
  values.length === 0 ? otherwise : values.reduce((sum, value) => sum + value, 0) / values.length;
const round = (value: number): number => Math.round(value * 10) / 10;
const pair = ([x, y]: readonly [number, number]): [number, number] => [round(x), round(y)];
