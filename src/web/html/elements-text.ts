import type { Container, LanguageTag, Void } from './attributes.ts'

interface Linking {
  hreflang: LanguageTag
  rel: string
  target: '_blank'
  download: string | true
  type: string
}

/** Sections, headings, paragraphs, lists and words. */
export interface TextElements {
  a: Container<Linking, { href: string }>
  abbr: Container<unknown, { title: string }>
  address: Container
  article: Container
  aside: Container
  b: Container
  bdi: Container
  blockquote: Container
  br: Void
  cite: Container
  code: Container
  data: Container<unknown, { value: string }>
  dd: Container
  del: Container<{ datetime: string }>
  details: Container<{ open: boolean; name: string }>
  dfn: Container
  dialog: Container<{ open: boolean }>
  div: Container
  dl: Container
  dt: Container
  em: Container
  figcaption: Container
  figure: Container
  footer: Container
  h1: Container
  h2: Container
  h3: Container
  h4: Container
  h5: Container
  h6: Container
  header: Container
  hgroup: Container
  hr: Void
  i: Container
  ins: Container<{ datetime: string }>
  kbd: Container
  li: Container<{ value: number }>
  main: Container
  mark: Container
  nav: Container
  ol: Container<{ start: number; reversed: boolean; type: '1' | 'a' | 'A' | 'i' | 'I' }>
  p: Container
  pre: Container
  q: Container
  rp: Container
  rt: Container
  ruby: Container
  s: Container
  samp: Container
  search: Container
  section: Container
  small: Container
  span: Container
  strong: Container
  sub: Container
  summary: Container
  sup: Container
  template: Container
  time: Container<unknown, { datetime: string }>
  ul: Container
  var: Container
  wbr: Void
}
