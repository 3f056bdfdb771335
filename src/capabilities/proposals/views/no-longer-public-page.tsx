import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { ButtonLink, ButtonRow, Heading, Lead } from '#web/ui/index.ts'
import { type Call, programmePaths } from '../../programmes/index.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'

/** For visitors who could read a proposal while it was under way: that it is over, and what stays public. */
export const NoLongerPublicPage = ({
  lang,
  city,
  call,
  decided,
}: {
  readonly lang: Language
  readonly city: City
  readonly call: Call
  /** False where it was taken back or ruled out: then there was no decision. */
  readonly decided: boolean
}) => {
  const words = sentences[lang].noLongerPublic
  const { notSelected } = call.definition.publish
  return (
    <>
      <Heading level={1} over={say(call.title, lang)}>
        {decided ? words.decidedTitle : words.endedTitle}
      </Heading>
      <Lead>{decided ? words.decided : words.ended}</Lead>
      {decided && <p>{notSelected === 'count' ? words.counted : words.notCounted}</p>}
      <ButtonRow>
        <ButtonLink href={programmePaths.call(city.slug, call.id)}>{words.toCall}</ButtonLink>
        <ButtonLink kind="secondary" href={paths.list(city.slug)}>
          {words.toList}
        </ButtonLink>
      </ButtonRow>
    </>
  )
}
