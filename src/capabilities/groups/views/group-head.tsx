import { type Language, say } from '#kernel/bilingual.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import { ChipLabel, ChipRow, Heading } from '#web/ui/index.ts'
import type { Group } from '../group.ts'
import { emptyIntroduction, introductionText } from '../introduction.ts'
import { pageSentences } from '../page-sentences.ts'
import { entryOf, welcomesBeginners } from '../profile.ts'
import { sentences } from '../sentences.ts'
import { GroupPhoto } from './group-photo.tsx'

type HeadProps = { readonly lang: Language; readonly city: City; readonly group: Group }

/** Stands where a photo would be: hills in the city's own colour, and the first sign of the group's name. */
export const DrawnCover = ({ name }: { readonly name: string }) => {
  const sign = [
    ...name.replace(/^(NPO法人|特定非営利活動法人|一般社団法人|認定NPO法人)\s*/u, ''),
  ][0]
  return (
    <svg
      viewBox="0 0 1600 560"
      preserveAspectRatio="xMidYMid slice"
      class="drawn-cover"
      aria-hidden="true"
      focusable="false"
    >
      <rect class="sky" width="1600" height="560" />
      <circle class="sun" cx="1270" cy="170" r="90" />
      <path class="far" d="M0 360 C260 240 420 330 640 300 S1100 210 1600 330 V560 H0Z" />
      <path class="near" d="M0 450 C320 350 520 480 820 430 S1300 370 1600 450 V560 H0Z" />
      <text class="sign" x="800" y="300" text-anchor="middle" dominant-baseline="central">
        {sign}
      </text>
    </svg>
  )
}

const Cover = ({ lang, city, group }: HeadProps) => {
  const [cover] = group.introduction?.photos ?? []
  return (
    <div class="group-cover">
      {cover ? (
        <GroupPhoto
          lang={lang}
          city={city}
          groupId={group.id}
          photo={cover}
          sizes="(min-width: 76rem) 72rem, 100vw"
          first
        />
      ) : (
        <DrawnCover name={group.name} />
      )}
    </div>
  )
}

/** The picture, the name, and in one line what the group is. */
export const GroupHead = ({ lang, city, group }: HeadProps) => {
  const words = pageSentences[lang]
  const { introduction } = group
  const english = entryOf(group.profile, 'name_en')?.text.en
  const phrase = introductionText(introduction ?? emptyIntroduction, 'catch', lang)
  return (
    <header class="group-head">
      <Cover lang={lang} city={city} group={group} />
      <Heading level={1} over={sentences[lang].group.over}>
        {group.name}
      </Heading>
      {phrase && <p class="group-catch">{phrase}</p>}
      <p class="group-reading">
        {group.nameKana}
        {english && `　${english}`}
      </p>
      <ChipRow>
        {group.recruiting && <ChipLabel tone="success">{words.recruiting}</ChipLabel>}
        {welcomesBeginners(group.profile) && <ChipLabel tone="info">{words.beginners}</ChipLabel>}
        {group.fields.slice(0, 4).map((code) => (
          <ChipLabel key={code}>{say(nameOfCode(city.fields, code), lang)}</ChipLabel>
        ))}
      </ChipRow>
    </header>
  )
}
