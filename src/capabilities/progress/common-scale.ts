import { both } from '#kernel/bilingual.ts'
import type { Scale } from '#kernel/scale.ts'

/** The scale of plans for which the city has named none. */
export const commonScale: Scale = {
  title: both('進捗の区分', 'Progress'),
  measure: 'words',
  grades: [
    { code: '◎', label: both('計画どおり', 'As planned') },
    { code: '○', label: both('おおむね計画どおり', 'Mostly as planned') },
    { code: '△', label: both('遅れている', 'Behind the plan') },
    { code: '×', label: both('取り組めていない', 'Not begun') },
  ],
}
