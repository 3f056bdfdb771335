import type { ComponentType, VNode } from 'preact'
import { jsx as createNode, Fragment } from 'preact/jsx-runtime'
import { keepSafeAttributes } from './attribute-guard.ts'
import type { Elements } from './elements.ts'

export { Fragment }

/** A piece of a page. */
export type View = VNode

/** What may stand between two tags. Dates and objects must be made into text first. */
export type Child = View | string | number | boolean | null | undefined | readonly Child[]

type Component = (props: never) => View | null

/** Called by the compiler for each tag. Attributes that could run a script never get through. */
export function jsx(type: string | Component, props: object, key?: string): View {
  if (typeof type !== 'string') return createNode(type as ComponentType, props, key)
  return createNode(type, keepSafeAttributes(type, props), key)
}

export { jsx as jsxDEV, jsx as jsxs }

export declare namespace JSX {
  type Element = View
  type ElementType = keyof Elements | Component
  interface ElementChildrenAttribute {
    children: unknown
  }
  interface IntrinsicAttributes {
    key?: string | number
  }
  interface IntrinsicElements extends Elements {}
}
