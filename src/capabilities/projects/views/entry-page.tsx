import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { dayText } from '#web/moment.ts'
import {
  ButtonLink,
  ButtonRow,
  Checkbox,
  ChipLabel,
  ChipRow,
  DescriptionList,
  Heading,
  HiddenInput,
  Section,
  Textarea,
  When,
} from '#web/ui/index.ts'
import { AnswerList, type Reader, type Sheet } from '../../forms/index.ts'
import { shownPublicField } from '../form.ts'
import { paths } from '../paths.ts'
import type { ProgressEntry } from '../progress.ts'
import type { Project } from '../project.ts'
import { sentences } from '../sentences.ts'
import type { SheetFiles } from './year-results.tsx'

/** Whether, and in which words, everyone reads an entry. */
export const PublicationFields = ({
  lang,
  publication,
  isPublicNow,
  error,
}: {
  lang: Language
  publication: { readonly public: boolean; readonly text: string }
  /** Whether everyone reads the entry now; `publication` may say something else. */
  isPublicNow: boolean
  error?: string | undefined
}) => {
  const words = sentences[lang]
  return (
    <Section id="publication" title={words.publication}>
      <HiddenInput name={shownPublicField} value={isPublicNow ? 'yes' : ''} />
      <Checkbox
        lang={lang}
        name="public"
        label={words.publish}
        hint={words.publishHint}
        checked={publication.public}
      />
      <Textarea
        lang={lang}
        name="public_text"
        label={words.publicText}
        hint={words.publicTextHint}
        required={false}
        rows={4}
        max={2_000}
        value={publication.text}
        error={error}
      />
    </Section>
  )
}

type EntryPageProps = {
  readonly lang: Language
  readonly city: City
  readonly project: Project
  readonly entry: ProgressEntry
  readonly sheet: Sheet | undefined
  readonly files: SheetFiles
  readonly reader: Reader
  readonly mayEdit: boolean
}

/** One entry of the log with all its answers: for those concerned. */
export const EntryPage = (props: EntryPageProps) => {
  const { lang, city, project, entry, sheet, files, reader, mayEdit } = props
  const words = sentences[lang]
  return (
    <>
      <ChipRow>
        <ChipLabel tone={entry.public ? 'success' : 'plain'}>
          {entry.public ? words.isPublic : words.notPublic}
        </ChipLabel>
      </ChipRow>
      <Heading level={1} over={project.title}>
        {words.entryTitle}
      </Heading>
      <DescriptionList
        items={[
          { term: words.happenedOn, description: <When time={dayText(entry.happenedOn, lang)} /> },
          {
            term: words.writtenBy,
            description: `${words.bySide[entry.side]}　${entry.authorName}`,
          },
          ...(entry.public
            ? [
                {
                  term: words.publicText,
                  description: <span class="prose">{entry.body}</span>,
                },
              ]
            : []),
        ]}
      />
      {sheet && (
        <AnswerList
          lang={lang}
          city={city}
          definition={sheet.definition}
          answers={sheet.answers}
          visibility={sheet.visibility}
          files={files}
          reader={reader}
        />
      )}
      <ButtonRow>
        {mayEdit && (
          <ButtonLink kind="secondary" href={paths.editEntry(city.slug, project.id, entry.id)}>
            {words.entryEdit}
          </ButtonLink>
        )}
        <ButtonLink kind="text" href={paths.show(city.slug, project.id)}>
          {words.back}
        </ButtonLink>
      </ButtonRow>
    </>
  )
}
