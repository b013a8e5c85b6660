interface ChoiceProps<Value extends string | number> {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly (readonly [Value, string])[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
  readonly why: string;
}

/** One of few, all in sight. */
export function Choice<Value extends string | number>(props: ChoiceProps<Value>) {
  const { name, legend, options, chosen, onChoose, why } = props;
  return (
    <fieldset class="choice">
      <legend>{legend}</legend>
      <div class="choice-line">
        {options.map(([value, label]) => (
          <label key={value}>
            <input type="radio" name={name} checked={chosen === value} onChange={() => onChoose(value)} />
            {label}
          </label>
        ))}
      </div>
      <p class="option-why">{why}</p>
    </fieldset>
  );
}
