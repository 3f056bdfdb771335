import type { Scope } from '#data/scope.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import type { KeptPaper } from '#web/kept-paper.ts'
import {
  emptySheet,
  type FormDefinition,
  listSheetFiles,
  type Sheet,
  type SheetContent,
} from '../../forms/index.ts'
import {
  type Agreement,
  findRegistrationSheet,
  type Group,
  getGroup,
  getRegistrationPreset,
  hasAgreed,
  listAgreements,
  lockGroup,
  type RegistrationSettings,
  registrationSheetKey,
  settingsOfClass,
  withPolicy,
} from '../../groups/index.ts'
import type { StoredFile } from '../../procedures/index.ts'
import { narrowForm } from '../asked.ts'
import type { Campaign } from '../campaign.ts'
import { findKept, type KeptOn } from '../kept.ts'
import { isWrittenOn } from '../policy.ts'
import { getCampaign } from '../queries/campaigns.ts'
import { getRevision } from '../queries/revisions.ts'
import type { Revision } from '../revision.ts'

type Papers = readonly KeptPaper[]

/** A revision with all that it is judged and applied by. */
export type Situation = {
  readonly revision: Revision
  readonly group: Group
  /** How groups of the revision's class register. */
  readonly settings: RegistrationSettings
  readonly campaign: Campaign | undefined
  /** The registration as it stands. */
  readonly registered: Sheet | undefined
  readonly registeredFiles: ReadonlyMap<string, readonly StoredFile[]>
  readonly agreements: readonly Agreement[]
  /** Papers that later capabilities keep of the group: as they stood when it was sent, else as they stand. */
  readonly kept: KeptOn
}

/** The day whose papers count: that of the sending; today while it is being written. */
const dayOfPapers = (scope: Scope, revision: Revision): PlainDate =>
  tokyoDayOf((!isWrittenOn(revision) && revision.sentAt) || scope.now)

type Gathered = { readonly revision: Revision; readonly group: Group; readonly papers: Papers }

const gather = async (scope: Scope, { revision, group, papers }: Gathered): Promise<Situation> => {
  const key = registrationSheetKey(group.id)
  return {
    revision,
    group,
    settings: settingsOfClass(await getRegistrationPreset(scope), revision.class),
    campaign: revision.campaignId ? await getCampaign(scope, revision.campaignId) : undefined,
    registered: await findRegistrationSheet(scope, group.id),
    registeredFiles: await listSheetFiles(scope, key),
    agreements: await listAgreements(scope, group.id),
    kept: await findKept(scope, papers, {
      groupId: group.id,
      day: dayOfPapers(scope, revision),
    }),
  }
}

/** A revision as it stands, to be looked at. @throws NotFound */
export const getSituation = async (
  scope: Scope,
  id: string,
  papers: Papers = [],
): Promise<Situation> => {
  const revision = await getRevision(scope, id)
  return gather(scope, { revision, group: await getGroup(scope, revision.groupId), papers })
}

/** The same with the group held: what is written about one group is written one after the other. */
export const lockSituation = async (
  scope: Scope,
  id: string,
  papers: Papers = [],
): Promise<Situation> => {
  const { groupId } = await getRevision(scope, id)
  const group = await lockGroup(scope, groupId)
  return gather(scope, { revision: await getRevision(scope, id), group, papers })
}

/** The form on which it is written. */
export const formCodeOf = ({ revision, settings }: Situation): string =>
  revision.kind === 'renewal' ? (settings.renewal?.form ?? settings.form) : settings.form

/** What this group is asked of a form now: nothing that it has agreed to or handed in already. */
export const adaptFor =
  ({ revision, settings, agreements, registeredFiles, kept }: Situation) =>
  (definition: FormDefinition): FormDefinition =>
    narrowForm(withPolicy(definition, settings.visibility), {
      kind: revision.kind,
      hasAgreed: (field) => hasAgreed(agreements, field),
      held: new Set(registeredFiles.keys()),
      kept: kept.papers,
    })

/** The answers as they stand. */
export const standingOf = ({ registered }: Situation): SheetContent => registered ?? emptySheet

/** How long a renewal is still taken. */
export const timeOf = (scope: Scope, { settings }: Situation) => ({
  today: tokyoDayOf(scope.now),
  lateDays: settings.renewal?.lateDays ?? 0,
})
