type NumberedStepsProps = {
  readonly steps: readonly { readonly title: string; readonly text: string }[]
}

/** A few steps, each with its number, side by side where there is room. */
export const NumberedSteps = ({ steps }: NumberedStepsProps) => (
  <ol class="way">
    {steps.map(({ title, text }) => (
      <li key={title}>
        <h3>{title}</h3>
        <p>{text}</p>
      </li>
    ))}
  </ol>
)
