import type { Language } from '#kernel/bilingual.ts'
import { type Documents, documentNumber, sourceText } from '#kernel/source.ts'
import { Disclosure } from '#web/ui/index.ts'
import type { Plan } from '../plan.ts'
import { sentences } from '../sentences.ts'

type Warning = Plan['warnings'][number]

interface NotesProps {
  lang: Language
  plan: Plan
  documents: Documents
}

/** What the document gets wrong, each with the place where it stands. */
export function NoteList({
  lang,
  plan,
  documents,
  notes,
}: NotesProps & { notes: readonly Warning[] }) {
  const own = documentNumber(plan.source)
  return (
    <ul>
      {notes.map(({ code, text, source }) => (
        <li key={code}>
          {text[lang]}
          <span class="note">
            {lang === 'ja' ? '（' : ' ('}
            {sourceText(source, documents, own)}
            {lang === 'ja' ? '）' : ')'}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** 「この計画書についての注記」: nothing is mended, and nothing is hidden. */
export function PlanNotes(props: NotesProps) {
  const { lang, plan } = props
  if (plan.warnings.length === 0) return null
  const words = sentences[lang]
  return (
    <Disclosure id="notes" summary={words.notes(plan.warnings.length)}>
      <p>{words.notesLead}</p>
      <NoteList {...props} notes={plan.warnings} />
    </Disclosure>
  )
}
