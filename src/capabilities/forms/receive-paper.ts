import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { insertEvent, roleCodeOf, type SubjectRef } from '../procedures/index.ts'
import { receiptStep } from './by-hand.ts'
import type { FormField } from './definition.ts'

/** Keeps that the desk has received a paper that was to be brought to the counter. */
export const receivePaper = async (
  scope: Scope,
  subject: SubjectRef,
  { code, label }: Pick<FormField, 'code' | 'label'>,
): Promise<void> => {
  await insertEvent(scope, subject, {
    step: receiptStep(code),
    title: {
      ja: `窓口で書類を受け取りました（${label.ja}）`,
      en: `A paper was received at the counter (${label.en})`,
    },
    role: roleCodeOf(scope.actor),
  })
  await audit(scope, {
    action: 'forms.receive-paper',
    subjectKind: subject.kind,
    subjectId: subject.id,
    after: { field: code },
  })
}
