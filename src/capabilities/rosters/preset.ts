import { z } from 'zod'
import { bilingual } from '#kernel/bilingual.ts'

const entry = z.strictObject({ code: z.string().regex(/^[a-z0-9-]+$/), name: bilingual })

/** `rosters/rules.json`: what rosters of groups hold in this city. A city without the file has the common rules. */
export const rosterPreset = z.strictObject({
  /** 役職, in the order in which they are listed. */
  offices: z.array(entry).min(1),
  /** 年代. */
  ageBands: z.array(entry),
  /** Fiscal years for which the entry of somebody who left is kept, counted from the end of the year of leaving. */
  keepYears: z.number().int().min(1).max(30),
  source: bilingual,
})
export type RosterRules = z.infer<typeof rosterPreset>

const office = (code: string, ja: string, en: string) => ({ code, name: { ja, en } })

/** Rules of a city that has not written its own. */
export const commonRules: RosterRules = {
  offices: [
    office('representative', '代表', 'Representative'),
    office('president', '会長', 'President'),
    office('chief-director', '理事長', 'Chair of the board'),
    office('vice', '副代表', 'Vice representative'),
    office('vice-president', '副会長', 'Vice president'),
    office('vice-chief-director', '副理事長', 'Vice chair of the board'),
    office('secretary', '事務局長', 'Secretary'),
    office('secretariat', '事務局', 'Secretariat'),
    office('clerk', '書記', 'Clerk'),
    office('accountant', '会計', 'Accountant'),
    office('auditor', '監査', 'Auditor'),
    office('inspector', '監事', 'Inspector'),
    office('director', '理事・役員', 'Director'),
    office('organiser', '幹事', 'Organiser'),
    office('steward', '世話人', 'Steward'),
    office('counsellor', '相談役', 'Counsellor'),
    office('adviser', '顧問', 'Adviser'),
  ],
  ageBands: [
    office('under-20', '20歳未満', 'Under 20'),
    office('20s', '20代', '20s'),
    office('30s', '30代', '30s'),
    office('40s', '40代', '40s'),
    office('50s', '50代', '50s'),
    office('60s', '60代', '60s'),
    office('70s', '70代', '70s'),
    office('80-up', '80代以上', '80 and over'),
  ],
  keepYears: 5,
  source: { ja: '製品の設定', en: 'Set by this site' },
}
