import { type Language, say } from '#kernel/bilingual.ts'
import { bandText, type Scale } from '#kernel/scale.ts'
import { NotificationBanner, Table } from '#web/ui/index.ts'
import { sentences } from '../sentences.ts'

/** The grades of a scale with their bands; printed bands with the warning about them. */
export const ScaleTable = ({
  lang,
  scale,
  id,
}: {
  readonly lang: Language
  readonly scale: Scale
  readonly id: string
}) => {
  const words = sentences[lang]
  return (
    <>
      {scale.warning && (
        <NotificationBanner lang={lang} kind="warning" level={3} heading={words.asPrinted}>
          <p>{say(scale.warning, lang)}</p>
        </NotificationBanner>
      )}
      <Table
        lang={lang}
        id={id}
        caption={say(scale.title, lang)}
        columns={[
          { label: words.gradeCode, heading: true, cell: ({ code }) => code },
          { label: words.gradeLabel, cell: ({ label }) => say(label, lang) },
          ...(scale.measure === 'words'
            ? []
            : [
                {
                  label: words.band,
                  cell: (grade: Scale['grades'][number]) => {
                    const band = bandText(grade)
                    return band ? say(band, lang) : '―'
                  },
                },
              ]),
          ...(scale.grades.some(({ meaning }) => meaning)
            ? [
                {
                  label: words.meaning,
                  cell: ({ meaning }: Scale['grades'][number]) =>
                    meaning ? say(meaning, lang) : '―',
                },
              ]
            : []),
        ]}
        rows={scale.grades}
      />
    </>
  )
}
