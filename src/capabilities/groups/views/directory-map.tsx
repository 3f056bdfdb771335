import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatNumber } from '#kernel/number.ts'
import { Table } from '#web/ui/index.ts'
import type { DirectoryCounts, DirectoryFilter } from '../directory.ts'
import { directorySentences } from '../directory-sentences.ts'
import {
  type DrawnDistrict,
  drawDistricts,
  drawGround,
  type MapShape,
  mapFrames,
} from '../district-map.ts'
import { paths } from '../paths.ts'

type MapProps = {
  readonly lang: Language
  readonly city: City
  readonly filter: DirectoryFilter
  readonly counts: DirectoryCounts
}

/** To the list of that district, everything else kept. */
const hrefOf = ({ city, filter }: MapProps, code: string): string =>
  paths.directory(city.slug, { ...filter, area: [code], view: 'list', page: 1 })

const District = (props: MapProps & { district: DrawnDistrict; letter: number }) => {
  const { lang, filter, district, letter } = props
  const { area, name, short, count, x, y, r } = district
  const drawing = (
    <>
      <circle cx={x} cy={y} r={r} />
      {count > 0 && (
        <text class="district-count" x={x} y={y} text-anchor="middle" dominant-baseline="central">
          {formatNumber(count)}
        </text>
      )}
      <text class="district-name" x={x} y={y + r + letter} text-anchor="middle">
        {short}
      </text>
    </>
  )
  if (count === 0) return <g class="district">{drawing}</g>
  return (
    <a
      class="district"
      href={hrefOf(props, area.code)}
      aria-label={directorySentences[lang].district(name, formatNumber(count))}
      aria-current={filter.area.includes(area.code) ? 'true' : undefined}
    >
      {drawing}
    </a>
  )
}

/** The arrow stands in the upper corner that is free: right, unless a district lies there. */
const northAt = (districts: readonly DrawnDistrict[], width: number): number =>
  districts.some(({ x, y, r }) => x + r > width - 72 && y - r < 84) ? 34 : width - 34

const Drawing = (props: MapProps & { shape: MapShape }) => {
  const { lang, city, counts, shape } = props
  const words = directorySentences[lang]
  const { width, height, letter } = mapFrames[shape]
  const districts = drawDistricts(city.areas, { counts: counts.byValue.area, lang, shape })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing of links is no fieldset
    <svg
      class="district-map"
      data-shape={shape}
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={words.mapAlt(say(city.name, lang))}
    >
      <g>
        <rect class="map-paper" x={0} y={0} width={width} height={height} rx={16} />
        <polygon class="map-ground" points={drawGround(districts)} />
        <g class="map-north" transform={`translate(${northAt(districts, width)} 40)`}>
          <path d="M0 -20L7 4L0 -1L-7 4Z" />
          <text x={0} y={20} text-anchor="middle">
            N
          </text>
        </g>
      </g>
      {districts.map((district) => (
        <District key={district.area.code} {...props} district={district} letter={letter} />
      ))}
    </svg>
  )
}

/** The same numbers as the map, for everyone who does not look at it; with what no map shows. */
const Districts = (props: MapProps) => {
  const { lang, city, counts } = props
  const words = directorySentences[lang]
  const rows = city.areas.map((area) => ({ area, count: counts.byValue.area.get(area.code) ?? 0 }))
  return (
    <Table
      lang={lang}
      id="districts"
      caption={words.mapTable}
      dense
      columns={[
        {
          label: words.mapArea,
          heading: true,
          cell: ({ area, count }) =>
            count > 0 ? (
              <a href={hrefOf(props, area.code)}>{say(area.name, lang)}</a>
            ) : (
              say(area.name, lang)
            ),
        },
        { label: words.mapCount, numeric: true, cell: ({ count }) => formatNumber(count) },
      ]}
      rows={rows}
    />
  )
}

/** Groups by district: a drawing of our own, and the same as a table. */
export const DirectoryMap = (props: MapProps) => {
  const { lang, city, counts } = props
  const words = directorySentences[lang]
  if (!city.areas.some(({ place }) => place)) return <p>{words.noMap}</p>
  return (
    <div class="map-beside">
      <div class="map-side">
        <Drawing {...props} shape="wide" />
        <Drawing {...props} shape="narrow" />
        <p class="note">{words.mapNote}</p>
        {counts.unplaced > 0 && <p class="note">{words.unplaced(formatNumber(counts.unplaced))}</p>}
      </div>
      <Districts {...props} />
    </div>
  )
}
