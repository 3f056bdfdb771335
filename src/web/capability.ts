import type { ZodType } from 'zod'
import type { Scope } from '#data/scope.ts'
import { askTogether, type Question } from '#data/together.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import type { DomainEvent } from '#kernel/event.ts'
import type { Counter } from './counter.ts'
import type { Dataset } from './dataset.ts'
import type { View } from './html/jsx-runtime.ts'
import type { KeptPaper } from './kept-paper.ts'
import type { LiveTable } from './live-table.ts'
import type { PageRequest, Route } from './route.ts'
import type { SiteRoute } from './site-route.ts'

/** A part of a preset folder that a capability reads: one file, or every file of a folder. */
export type PresetPart<T = unknown> = {
  /** `statistics.json`, or `plans/*.json`. */
  readonly path: string
  readonly schema: ZodType<T>
  /** Writes the facts of one file; called again for the same city it replaces them. */
  readonly load: (scope: Scope, facts: T, city: City) => Promise<void>
  /** What the file says about defects of the documents. */
  readonly warnings?: (facts: T) => readonly {
    readonly code: string
    readonly text: { readonly ja: string; readonly en: string }
    readonly source: string
  }[]
}

/** Ties a schema to the loader of what it describes. */
export const presetPart = <T>(part: PresetPart<T>): PresetPart => part as unknown as PresetPart

/** A file that goes with a mail. */
export type Attachment = {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

/** One mail as it leaves. */
export type OutgoingMail = {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly attachments: readonly Attachment[]
  /** Where its reader's program stops further mails with one press, without signing in (RFC 8058). */
  readonly stopUrl?: string | undefined
}

/** What only jobs may use. `mail` is undefined when no mail server is configured. */
export type JobTools = { readonly mail: ((mail: OutgoingMail) => Promise<void>) | undefined }

/** Work that is done outside a request; it runs in the city its data names. */
export type Job = {
  readonly name: string
  readonly run: (
    scope: Scope,
    data: Readonly<Record<string, unknown>>,
    tools: JobTools,
  ) => Promise<void>
  /** Cron line in Asia/Tokyo for work that comes by itself, in every city. */
  readonly every?: string
  /** True for work that also comes once, in every city, when the product has started. */
  readonly atStart?: boolean
  /** True when no page shows anything of what it writes, so that pages kept for the city stay. */
  readonly unseen?: boolean
}

/** Hears of something that happened, in the transaction in which it happened. */
export type Listener = {
  readonly event: string
  readonly hear: (scope: Scope, event: DomainEvent) => Promise<void>
}

/** A kind of thing that files, messages and notices can be about. */
export type Subject = {
  readonly kind: string
  /** Whether the scope's actor may read files of that purpose of this subject, now. */
  readonly canRead: (scope: Scope, subjectId: string, purpose: string) => Promise<boolean>
  /** Whether the scope's actor takes part in the conversation about it. */
  readonly canTalk?: (scope: Scope, subjectId: string) => Promise<boolean>
  readonly pathOf: (citySlug: string, subjectId: string) => string
}

/** Pages on which later capabilities may show what came of a thing. */
export type PanelPlace =
  | 'group'
  /** The top of a group's page, for those alone who belong to it or work on it. */
  | 'group-own'
  /** The page of a group's registration, for its own people and for the desk. */
  | 'registration'
  | 'issue'
  | 'theme'
  | 'call'
  | 'proposal'
  | 'project'
  | 'survey'
  /** The page of all statistics; its subject is the city. */
  | 'statistics'
  /** The list of all plans; its subject is the city. */
  | 'plans'
  /** A plan's page, and the page of one of its items: `<plan>/<no>`. */
  | 'plan'
  | 'plan-item'

/** What the page is about on which a panel stands. */
type About = { readonly kind: string; readonly id: string }

/**
 * A section that a later capability adds to another's page, e.g. the proposals made from an issue. A visitor's
 * view is kept with the page, so it shows only what is public.
 */
export type Panel<Found = unknown> = {
  readonly place: PanelPlace
  /** Small numbers stand first. */
  readonly order: number
} & (
  | {
      /**
       * What the section needs to know: asked together with all other panels of the page, in one statement.
       * Whatever everyone may see is asked for in this way.
       */
      readonly ask: (request: PageRequest, about: About) => Question<Found>
      /** Makes the section of it for whoever asks, or null when there is nothing for them to see. */
      readonly show: (
        request: PageRequest,
        about: About,
        found: Found,
      ) => View | null | Promise<View | null>
    }
  | {
      /** The same for a section that asks by itself; a visitor's costs no query. */
      readonly render: (request: PageRequest, about: About) => Promise<View | null>
    }
)

/** Ties what a panel asks to how it is shown. */
export const panel = <Found>(made: Panel<Found>): Panel => made as unknown as Panel

/** The panels of one place, in their order. */
export const panelsAt = (panels: readonly Panel[], place: PanelPlace): readonly Panel[] =>
  panels.filter((panel) => panel.place === place).toSorted((a, b) => a.order - b.order)

/** What these panels show to whoever asks, in their order; empty ones are left out. One query for all that ask. */
export const renderPanels = async (
  panels: readonly Panel[],
  request: PageRequest,
  about: About,
): Promise<readonly View[]> => {
  const asking = panels.filter((one) => 'ask' in one)
  const found = await askTogether(
    request.scope,
    asking.map((one) => one.ask(request, about)),
  )
  const views: View[] = []
  for (const one of panels) {
    const view = await ('ask' in one
      ? one.show(request, about, found[asking.indexOf(one)])
      : one.render(request, about))
    if (view) views.push(view)
  }
  return views
}

/** A number counted now, from the product's own records. */
export type LiveValue = {
  readonly label: Bilingual
  /** As people read it: with commas, with %, or in words. */
  readonly value: string | Bilingual
  readonly unit: Bilingual
  /** What it is counted of, and by which rule: a number never stands alone. */
  readonly note: Bilingual
  readonly path?: string
}

/** A number that a capability counts for the page of statistics, in one query. */
export type LiveFigure = { readonly measure: (scope: Scope) => Promise<LiveValue> }

/**
 * A column that names a group, and what becomes of its rows when the registration is found to be the same
 * as another: they name the other from then on, go over in their own way, or stay, and why.
 */
export type GroupHolding = {
  readonly table: string
  readonly column: string
  /** What the rows are, for whoever decides and for the record. */
  readonly label: Bilingual
} & (
  | {
      readonly stays: Bilingual
      /** True for what the product makes for itself, of which nobody needs to be told. */
      readonly unseen?: true
    }
  | {
      /** Left out where every row simply names the other group. @returns the ids of what went over */
      readonly move?: (
        scope: Scope,
        merge: { readonly from: string; readonly to: string },
      ) => Promise<readonly string[]>
    }
)

/** What all capabilities together offer to the pages of each. */
export type Composed = {
  readonly panels: readonly Panel[]
  readonly subjects: readonly Subject[]
  readonly figures: readonly LiveFigure[]
  readonly liveTables: readonly LiveTable[]
  readonly holdings: readonly GroupHolding[]
  readonly datasets: readonly Dataset[]
  readonly counters: readonly Counter[]
  readonly papers: readonly KeptPaper[]
}

/** What a capability offers to the shell. Its folder's `index.ts` exports one. */
export type Capability = {
  readonly name: string
  readonly routes?: readonly Route[]
  /** Routes whose pages show what later capabilities add. */
  readonly routesWith?: (all: Composed) => readonly Route[]
  /** Addresses outside every city. */
  readonly siteRoutesWith?: (all: Composed) => readonly SiteRoute[]
  readonly jobs?: readonly Job[]
  readonly listeners?: readonly Listener[]
  readonly presets?: readonly PresetPart[]
  readonly subjects?: readonly Subject[]
  /** Sections for the pages of earlier capabilities; those pages are given them by the application. */
  readonly panels?: readonly Panel[]
  /** Numbers for the page of statistics; two in all, as that page asks five queries at most. */
  readonly figures?: readonly LiveFigure[]
  /** Tables that it counts for the pages of statistics. */
  readonly liveTables?: readonly LiveTable[]
  /** What it counts for the yearly reports of plans. */
  readonly counters?: readonly Counter[]
  /** What it gives as open data. */
  readonly datasets?: readonly Dataset[]
  /** Papers that it keeps, in the place of files of forms. */
  readonly papers?: readonly KeptPaper[]
  /** Its columns that name a group; a test finds those that are forgotten. */
  readonly holdings?: readonly GroupHolding[]
}
