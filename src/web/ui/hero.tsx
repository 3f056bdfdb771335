import type { Child } from '#web/html/jsx-runtime.ts'

interface HeroProps {
  title: Child
  lead: Child
  /** The search box and, at most, two buttons. */
  children?: Child
}

/** The head of a home page: whose it is, what can be done here. */
export const Hero = ({ title, lead, children }: HeroProps) => (
  <div class="hero">
    <div class="hero-inner">
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      {children}
    </div>
  </div>
)

interface BandProps {
  /** A quiet ground sets the band off from its neighbours. */
  tinted?: boolean | undefined
  children: Child
}

/** A part of a page that reaches from edge to edge; only in layouts of full width. */
export const Band = ({ tinted, children }: BandProps) => (
  <div class="band" data-tint={tinted}>
    {children}
  </div>
)
