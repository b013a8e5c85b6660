import { useId, useRef, useState } from 'preact/hooks';
import { CodeText } from '../ui/code-text';
import { StateIcon } from '../ui/icons';

interface AddressFormProps {
  readonly label: string;
  readonly hint: string;
  readonly action: string;
  /** Runs in the click or key stroke itself. Answers what is wrong with the text, or that it was taken. */
  readonly onSubmit: (text: string) => string | undefined;
}

/** One line for a host or an address; what is wrong with it stands below and is tied to the field. */
export function AddressForm({ label, hint, action, onSubmit }: AddressFormProps) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const submit = () => {
    const found = onSubmit(text);
    setProblem(found);
    if (found === undefined) setText('');
    field.current?.focus();
  };
  return (
    <form
      class="address-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label for={id}>{label}</label>
      <p id={`${id}-hint`} class="option-why">
        <CodeText text={hint} />
      </p>
      <div class="address-line">
        <input
          id={id}
          ref={field}
          type="text"
          class="field code"
          value={text}
          spellcheck={false}
          autocomplete="off"
          autocapitalize="off"
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-hint ${id}-problem`}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setProblem(undefined);
          }}
        />
        <button type="submit" class="button">
          {action}
        </button>
      </div>
      <p id={`${id}-problem`} class="field-problem" role="alert">
        {problem !== undefined && (
          <>
            <StateIcon state="error" />
            <span>
              <CodeText text={problem} />
            </span>
          </>
        )}
      </p>
    </form>
  );
}
