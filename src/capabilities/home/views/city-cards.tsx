import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { paths } from '../paths.ts'

/** Cities as cards in their own colours. */
export const CityCards = ({ lang, cities }: { lang: Language; cities: readonly City[] }) => (
  <ul class="city-cards">
    {cities.map((city) => (
      <li key={city.slug} class={`city-card hue-${city.hue}`}>
        <a href={paths.home(city.slug)}>
          <span class="city-prefecture">{say(city.prefecture, lang)}</span>
          <strong>{city.name[lang]}</strong>
          {city.motto && <span class="city-motto">{say(city.motto, lang)}</span>}
        </a>
      </li>
    ))}
  </ul>
)
