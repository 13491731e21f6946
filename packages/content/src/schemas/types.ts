export type { DecisionOption, Fact } from './case.ts';
export type { Concept, Explanation } from './concepts.ts';
export type { Objective } from './course.ts';
export type { Form } from './forms.ts';
export type { ItemKind, ItemOption, ItemUse } from './item.ts';
export type { Patient, Review } from './module.ts';
export type { Source, SourceReference } from './source.ts';
