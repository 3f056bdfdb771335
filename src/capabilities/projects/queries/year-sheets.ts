import type { Scope } from '#data/scope.ts'
import { listSheets, type Sheet } from '../../forms/index.ts'
import { projectKind } from '../project.ts'
import { sheetPurpose } from '../project-year.ts'

/** Interim reviews and reports of those years of a project, by purpose. */
export const listYearSheets = (
  scope: Scope,
  project: { readonly id: string },
  fiscalYears: readonly number[],
): Promise<ReadonlyMap<string, Sheet>> =>
  listSheets(
    scope,
    { kind: projectKind, id: project.id },
    {
      purposes: fiscalYears.flatMap((year) => [
        sheetPurpose('interim', year),
        sheetPurpose('report', year),
      ]),
    },
  )
