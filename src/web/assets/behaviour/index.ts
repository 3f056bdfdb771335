import { AddedRows } from './added-rows.ts'
import { CharacterCount } from './character-count.ts'
import { EnterMoves } from './enter-moves.ts'
import { focusErrorSummary } from './error-summary.ts'
import { closeMenuOutside } from './folded-menu.ts'
import { PageActions } from './page-actions.ts'
import { keepUnsentForms } from './unsent-forms.ts'

customElements.define('added-rows', AddedRows)
customElements.define('character-count', CharacterCount)
customElements.define('enter-moves', EnterMoves)
customElements.define('page-actions', PageActions)
focusErrorSummary()
closeMenuOutside()
keepUnsentForms()
