/** A text in which `{漢字|かんじ}` gives the reading of signs; it is shown above them. */
export const EasyText = ({ text }: { text: string }) => (
  <>
    {text.split(/(\{[^|{}]+\|[^|{}]+\})/).map((part, at) => {
      const read = /^\{([^|]+)\|([^|]+)\}$/.exec(part)
      return read ? (
        <ruby key={at}>
          {read[1]}
          <rt>{read[2]}</rt>
        </ruby>
      ) : (
        part
      )
    })}
  </>
)
