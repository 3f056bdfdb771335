import type { Container } from './attributes.ts'

/** Our own elements: each wraps HTML that works without it (see `web/assets/behaviour`). */
export interface BehaviourElements {
  'character-count': Container
  'added-rows': Container
  'enter-moves': Container
  'kept-changes': Container
  'page-actions': Container
}
