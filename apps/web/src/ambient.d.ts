declare module '*.svx' {
  import type { Component } from 'svelte';
  const lesson: Component;
  export default lesson;
  export const steps: string[];
}
