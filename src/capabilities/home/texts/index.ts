import { guideEn } from './guide-en.ts'
import { guideJa } from './guide-ja.ts'
import type { PageTexts } from './text.ts'

export { accessibilityTexts } from './accessibility.ts'
export { privacyTexts } from './privacy.ts'
export { termsTexts } from './terms.ts'
export { type Block, factsOf, type PageText, type PageTexts, type TextSection } from './text.ts'

export const guideTexts: PageTexts = { ja: guideJa, en: guideEn }
