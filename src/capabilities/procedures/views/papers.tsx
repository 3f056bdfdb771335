import { inBrackets, type Language } from '#kernel/bilingual.ts'
import { dayText } from '#web/moment.ts'
import { Section, When } from '#web/ui/index.ts'
import type { StoredFile } from '../file-queries.ts'
import type { Notice } from '../notice-queries.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'

/** A size as people read it: 123KB, 1.2MB. */
export const sizeText = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))}KB`
    : `${(bytes / 1_000_000).toFixed(1)}MB`

type Around = { readonly lang: Language; readonly citySlug: string }

/** Letters and agreements about a subject. */
export const Notices = ({ lang, citySlug, notices }: Around & { notices: readonly Notice[] }) => (
  <Section id="notices" title={sentences[lang].noticesTitle}>
    {notices.length === 0 ? (
      <p>{sentences[lang].noticesEmpty}</p>
    ) : (
      <ul class="papers">
        {notices.map((notice) => (
          <li key={notice.id}>
            <a href={paths.file(citySlug, notice.fileId)}>
              {notice.title}
              {inBrackets(sentences[lang].pdf, lang)}
            </a>{' '}
            {notice.number} <When time={dayText(notice.issuedOn, lang)} />
          </li>
        ))}
      </ul>
    )}
  </Section>
)

/** Files somebody attached, as links with kind and size. */
export const FileLinks = ({
  lang,
  citySlug,
  files,
}: {
  lang: Language
  citySlug: string
  files: readonly StoredFile[]
}) => (
  <ul class="papers">
    {files.map((file) => (
      <li key={file.id}>
        <a href={paths.file(citySlug, file.id)}>{file.name}</a>
        {inBrackets(sizeText(file.bytes), lang)}
      </li>
    ))}
  </ul>
)
