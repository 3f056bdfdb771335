import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { ButtonLink, ButtonRow } from '#web/ui/index.ts'
import type { Completeness } from '../completeness.ts'
import { paths, placeToAdd } from '../paths.ts'
import { sentences } from '../sentences.ts'

type BoxProps = {
  readonly lang: Language
  readonly city: City
  readonly groupId: string
  readonly completeness: Completeness
  /** How many of the next things are told; all where left out. */
  readonly most?: number
}

/** How complete the page is, as a bar and in numbers, with the next things to add. Never for visitors. */
export const CompletenessPart = ({ lang, city, groupId, completeness, most = 99 }: BoxProps) => {
  const words = sentences[lang].hub
  const { done, all, percent, missing } = completeness
  const id = `complete-${groupId}`
  return (
    <>
      <div class="progress">
        <label for={id}>{words.percent(String(percent), String(done), String(all))}</label>
        <progress id={id} value={done} max={all} />
      </div>
      <p class="hint">{words.percentNote}</p>
      {missing.length === 0 ? (
        <p>{words.complete}</p>
      ) : (
        <>
          <p>
            <strong>{words.next}</strong>
          </p>
          <ol class="next-list">
            {missing.slice(0, most).map((item) => (
              <li key={item}>
                <a href={placeToAdd(city.slug, groupId, item)}>{words.items[item]}</a>
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  )
}

/** The same as a card, with the way to the page's workshop. */
export const CompletenessCard = (props: BoxProps & { readonly title: string }) => {
  const words = sentences[props.lang].hub
  return (
    <div class="card">
      <h3>{props.title}</h3>
      <CompletenessPart {...props} most={3} />
      <ButtonRow>
        <ButtonLink href={paths.hub(props.city.slug, props.groupId)} kind="secondary">
          {words.openIt}
        </ButtonLink>
      </ButtonRow>
    </div>
  )
}
