import type { Language } from '#kernel/bilingual.ts'
import type { Child } from '#web/html/jsx-runtime.ts'
import { Heading, type HeadingLevel } from './heading.tsx'
import { Icon } from './icon.tsx'
import { sentences } from './sentences.ts'
import { type TimeText, When } from './when.tsx'

export type NoticeKind = 'info' | 'success' | 'warning' | 'error'

interface NotificationBannerProps {
  lang: Language
  kind: NoticeKind
  heading: Child
  level?: HeadingLevel | undefined
  /** True for what has just happened: screen readers say it after the page has loaded. */
  announced?: boolean | undefined
  children?: Child
}

/** Tells what has happened, or what one should know before going on. */
export function NotificationBanner(props: NotificationBannerProps) {
  const { lang, kind, heading, level = 2, announced, children } = props
  return (
    <div
      class="notice"
      data-kind={kind}
      role={announced ? (kind === 'error' ? 'alert' : 'status') : undefined}
    >
      <Icon name={kind} label={sentences[lang].kinds[kind]} />
      <div>
        <Heading level={level}>{heading}</Heading>
        {children}
      </div>
    </div>
  )
}

interface EmergencyBannerProps {
  heading: Child
  time: TimeText
  children?: Child
  more?: { href: string; label: string } | undefined
}

/** For danger to life and for failures that stop everybody: above everything else. */
export function EmergencyBanner({ heading, time, children, more }: EmergencyBannerProps) {
  return (
    <article class="emergency">
      <Heading level={2}>{heading}</Heading>
      <p>
        <When time={time} />
      </p>
      {children}
      {more && (
        <p>
          <a href={more.href}>{more.label}</a>
        </p>
      )}
    </article>
  )
}
