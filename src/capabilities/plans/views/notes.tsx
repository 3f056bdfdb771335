import type { Language } from '#kernel/bilingual.ts'
import { Disclosure } from '#web/ui/index.ts'
import type { Plan } from '../plan.ts'
import { sentences } from '../sentences.ts'
import { sourceText } from '../source.ts'

type Warning = Plan['warnings'][number]

interface NoteListProps {
  lang: Language
  notes: readonly Warning[]
}

/** What the document gets wrong, each with the place where it stands. */
export const NoteList = ({ lang, notes }: NoteListProps) => (
  <ul>
    {notes.map(({ code, text, source }) => (
      <li key={code}>
        {text[lang]}
        <span class="note">
          {lang === 'ja' ? `（${sourceText(source)}）` : ` (${sourceText(source)})`}
        </span>
      </li>
    ))}
  </ul>
)

/** 「この計画書についての注記」: nothing is mended, and nothing is hidden. */
export function PlanNotes({ lang, notes }: NoteListProps) {
  if (notes.length === 0) return null
  const words = sentences[lang]
  return (
    <Disclosure id="notes" summary={words.notes(notes.length)}>
      <p>{words.notesLead}</p>
      <NoteList lang={lang} notes={notes} />
    </Disclosure>
  )
}
