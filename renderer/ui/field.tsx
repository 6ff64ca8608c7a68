import './field.css';
import { useId, useState, type ReactNode } from 'react';
import {
  Input,
  Label,
  Slider,
  SliderOutput,
  SliderThumb,
  SliderTrack,
  Switch,
  Text,
  TextArea,
  TextField as AriaTextField,
} from 'react-aria-components';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly rows?: number;
  readonly hiddenLabel?: boolean;
  readonly autoFocus?: boolean;
  readonly maxLength?: number;
}

/** One line of text, or several with `rows`. */
export function TextField(props: TextFieldProps) {
  const { label, hint, placeholder, rows, hiddenLabel = false, autoFocus = false } = props;
  const placed = placeholder === undefined ? {} : { placeholder };
  return (
    <AriaTextField
      className="field"
      value={props.value}
      onChange={props.onChange}
      autoFocus={autoFocus}
      maxLength={props.maxLength ?? 2000}
    >
      <Label className={hiddenLabel ? 'visually-hidden' : 'field-label'}>{label}</Label>
      {rows === undefined ? (
        <Input className="field-input" {...placed} />
      ) : (
        <TextArea className="field-input field-area" rows={rows} {...placed} />
      )}
      {hint !== undefined && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
    </AriaTextField>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly unit: string;
  readonly hint: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}

/** A whole number within its range. What is no such number counts for nothing and goes when the field is left. */
export function NumberField(props: NumberFieldProps) {
  const id = useId();
  /** What is being typed; null where it says the same as the value. */
  const [typed, setTyped] = useState<string | null>(null);
  const take = (text: string) => {
    const number = Number(text);
    const isTaken = /^\d+$/.test(text) && number >= props.least && number <= props.most;
    setTyped(isTaken ? null : text);
    if (isTaken) props.onChange(number);
  };
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {props.label}
      </label>
      <span className="field-number">
        <input
          id={id}
          className="field-input"
          type="number"
          min={props.least}
          max={props.most}
          step={1}
          value={typed ?? String(props.value)}
          aria-describedby={`${id}-hint`}
          aria-invalid={typed !== null}
          onChange={(event) => take(event.target.value)}
          onBlur={() => setTyped(null)}
        />
        <span aria-hidden="true">{props.unit}</span>
      </span>
      <p id={`${id}-hint`} className="field-hint">
        {props.hint}
      </p>
    </div>
  );
}

interface SelectFieldProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
  readonly hiddenLabel?: boolean;
}

/** The system's own list of choices: every screen reader and keyboard knows it. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const id = useId();
  const choose = (chosen: string) => {
    const option = props.options.find(({ value }) => value === chosen);
    if (option !== undefined) props.onChange(option.value);
  };
  return (
    <div className="field">
      <label className={props.hiddenLabel === true ? 'visually-hidden' : 'field-label'} htmlFor={id}>
        {props.label}
      </label>
      <select id={id} className="field-input" value={props.value} onChange={(event) => choose(event.target.value)}>
        {props.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

interface NumberSliderProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A weight between 0 and 1 in steps of a tenth. */
export function WeightSlider({ label, value, onChange }: NumberSliderProps) {
  return (
    <Slider
      className="slider"
      value={value}
      onChange={(next) => onChange(Array.isArray(next) ? value : next)}
      minValue={0}
      maxValue={1}
      step={0.1}
      formatOptions={{ minimumFractionDigits: 1 }}
    >
      <Label className="field-label">{label}</Label>
      <SliderOutput className="slider-output numeric" />
      <SliderTrack className="slider-track">
        {({ state }) => (
          <>
            <div className="slider-fill" style={{ width: `${state.getThumbPercent(0) * 100}%` }} />
            <SliderThumb className="slider-thumb" />
          </>
        )}
      </SliderTrack>
    </Slider>
  );
}

interface ToggleProps {
  readonly label: ReactNode;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly isDisabled?: boolean;
}

export function Toggle({ label, isOn, onChange, isDisabled = false }: ToggleProps) {
  return (
    <Switch className="toggle" isSelected={isOn} onChange={onChange} isDisabled={isDisabled}>
      <span className="toggle-track" aria-hidden="true">
        <span className="toggle-knob" />
      </span>
      <span>{label}</span>
    </Switch>
  );
}
