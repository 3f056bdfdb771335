import { tokyoDayOf } from '#kernel/calendar.ts'
import { formatDate } from '#kernel/date-text.ts'
import { formatNumber } from '#kernel/number.ts'
import type { LiveFigure } from '#web/capability.ts'
import { paths } from './paths.ts'
import { countGroups } from './queries/directory.ts'

/** 登録団体: groups whose registration is approved and has not ended. */
export const registeredGroups: LiveFigure = {
  measure: async (scope) => {
    const today = tokyoDayOf(scope.now)
    return {
      label: { ja: '登録団体', en: 'Registered groups' },
      value: formatNumber(await countGroups(scope)),
      unit: { ja: '団体', en: '' },
      note: {
        ja: `このサイトに登録があり、公開している団体（${formatDate(today, 'ja')}現在）`,
        en: `Groups registered on this site and public, as of ${formatDate(today, 'en')}`,
      },
      path: paths.directory(scope.city.slug),
    }
  },
}
