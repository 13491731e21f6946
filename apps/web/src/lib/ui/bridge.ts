import type { ConceptState } from '@puente/schemas';

export interface Plank {
  x: number;
  y: number;
  width: number;
  /** Degrees: the slope of the deck, and more for a plank that gave way. */
  angle: number;
  state: ConceptState;
}

export interface BridgeDrawing {
  width: number;
  height: number;
  planks: Plank[];
  deck: string;
  rail: string;
  hangers: { x: number; from: number; to: number }[];
  posts: { x: number; from: number; to: number }[];
}

const width = 320;
const height = 80;
const post = 20;
const gap = 6;
const railTop = 12;
const railSag = 26;
const deckTop = 50;
const deckSag = 14;

const sagging = (top: number, sag: number) => (x: number) => {
  const t = (x - post) / (width - 2 * post);
  return top + sag * 4 * t * (1 - t);
};

const round = (value: number) => Math.round(value * 10) / 10;

/** A rope bridge with one plank per concept, in the order of the module. */
export const drawBridge = (states: readonly ConceptState[]): BridgeDrawing => {
  const rail = sagging(railTop, railSag);
  const deck = sagging(deckTop, deckSag);
  const span = width - 2 * post;
  const pitch = span / Math.max(states.length, 1);
  const plankWidth = pitch - gap;
  const curve = (y: (x: number) => number, sag: number) =>
    `M${post} ${y(post)}q${span / 2} ${2 * sag} ${span} 0`;

  const planks = states.map((state, index) => {
    const x = post + pitch * (index + 0.5);
    const slope = (Math.atan2(deck(x + 1) - deck(x - 1), 2) * 180) / Math.PI;
    const fallen = state === 'tilted';
    return {
      x: round(x),
      y: round(deck(x) + (fallen ? 3 : 0)),
      width: round(fallen ? Math.min(plankWidth, 26) : plankWidth),
      angle: round(fallen ? slope - 38 : slope),
      state,
    };
  });

  const hangers = Array.from({ length: Math.max(states.length - 1, 0) }, (_, index) => {
    const x = post + pitch * (index + 1);
    return { x: round(x), from: round(rail(x)), to: round(deck(x)) };
  });

  return {
    width,
    height,
    planks,
    deck: curve(deck, deckSag),
    rail: curve(rail, railSag),
    hangers,
    posts: [post, width - post].map((x) => ({ x, from: 4, to: height - 2 })),
  };
};
