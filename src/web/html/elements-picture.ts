import type { Container, Void } from './attributes.ts'

type Length = number | string

interface Paint {
  fill: string
  'fill-opacity': number | string
  'fill-rule': 'evenodd' | 'nonzero'
  'clip-path': string
  opacity: number | string
  stroke: string
  'stroke-dasharray': string
  'stroke-linecap': 'butt' | 'round' | 'square'
  'stroke-linejoin': 'arcs' | 'bevel' | 'miter' | 'round'
  'stroke-width': Length
  transform: string
  'vector-effect': 'non-scaling-stroke'
}

interface Lettering {
  'dominant-baseline': 'auto' | 'middle' | 'central' | 'hanging'
  'font-size': Length
  'font-weight': number | 'bold' | 'normal'
  'text-anchor': 'start' | 'middle' | 'end'
}

type Shape<Own = unknown> = Container<Paint & Own>

/** A drawing is decoration, or it has a name; one that leads somewhere is a group of links. */
type Drawing =
  | { 'aria-hidden': 'true' }
  | { role: 'img'; 'aria-label': string }
  | { role: 'img'; 'aria-labelledby': string }
  | { role: 'group'; 'aria-label': string }

/** Photographs and drawings. `alt=""` says that a picture adds nothing to the text. */
export interface PictureElements {
  img: Void<
    {
      srcset: string
      sizes: string
      width: number
      height: number
      loading: 'lazy' | 'eager'
      decoding: 'async' | 'sync' | 'auto'
      fetchpriority: 'high' | 'low' | 'auto'
    },
    { src: string; alt: string }
  >
  picture: Container
  source: Void<{ type: string; media: string; sizes: string }, { srcset: string }>
  svg: Container<
    Paint & {
      viewBox: string
      width: Length
      height: Length
      preserveAspectRatio: string
      focusable: 'false'
      xmlns: 'http://www.w3.org/2000/svg'
    },
    Drawing
  >
  g: Shape
  defs: Shape
  desc: Shape
  clipPath: Shape<{ clipPathUnits: 'userSpaceOnUse' | 'objectBoundingBox' }>
  pattern: Shape<{
    width: Length
    height: Length
    patternUnits: 'userSpaceOnUse' | 'objectBoundingBox'
  }>
  path: Shape<{ d: string }>
  rect: Shape<{ x: Length; y: Length; width: Length; height: Length; rx: Length; ry: Length }>
  circle: Shape<{ cx: Length; cy: Length; r: Length }>
  ellipse: Shape<{ cx: Length; cy: Length; rx: Length; ry: Length }>
  line: Shape<{ x1: Length; y1: Length; x2: Length; y2: Length }>
  polyline: Shape<{ points: string }>
  polygon: Shape<{ points: string }>
  text: Shape<Lettering & { x: Length; y: Length; dx: Length; dy: Length; textLength: Length }>
  tspan: Shape<Lettering & { x: Length; y: Length; dx: Length; dy: Length }>
}
