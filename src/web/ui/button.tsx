import type { Child } from '#web/html/jsx-runtime.ts'
import { Icon, type IconName } from './icon.tsx'

interface Look {
  /** One primary button a page: the thing most people came for. */
  kind?: 'primary' | 'secondary' | 'text' | 'danger' | undefined
  size?: 'large' | 'medium' | 'small' | undefined
  icon?: IconName | undefined
  children: Child
}

const Face = ({ icon, children }: Pick<Look, 'icon' | 'children'>) => (
  <>
    {icon && <Icon name={icon} />}
    <span>{children}</span>
  </>
)

interface ButtonProps extends Look {
  type?: 'submit' | 'button' | undefined
  id?: string | undefined
  name?: string | undefined
  value?: string | undefined
  form?: string | undefined
  formaction?: string | undefined
}

/** Does something: sends the form it stands in. */
export function Button({
  kind = 'primary',
  size = 'medium',
  icon,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button {...rest} type={rest.type ?? 'submit'} class="button" data-kind={kind} data-size={size}>
      <Face icon={icon}>{children}</Face>
    </button>
  )
}

/** Goes somewhere, and looks like a button because it is the next step. */
export function ButtonLink({
  href,
  kind = 'primary',
  size = 'medium',
  icon,
  children,
}: Look & { href: string }) {
  return (
    <a href={href} class="button" data-kind={kind} data-size={size}>
      <Face icon={icon}>{children}</Face>
    </a>
  )
}

/** Buttons that belong together, the most important one first. */
export const ButtonRow = ({ children }: { children: Child }) => (
  <div class="button-row">{children}</div>
)
