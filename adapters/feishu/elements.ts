import type { FormValue } from './form-name.ts'

/** What a button that shows something sends back: saying these turns on that day leads to what it promises. */
export interface TurnsValue {
  readonly turns: readonly string[]
  readonly today: string
}

/** What a button that says something sends back. */
export interface SayValue {
  readonly say: string
}

export type ButtonValue = TurnsValue | SayValue | FormValue

interface PlainText {
  readonly tag: 'plain_text'
  readonly content: string
}

export interface Button {
  readonly tag: 'button'
  readonly text: PlainText
  readonly type: 'default' | 'primary' | 'danger' | 'primary_text'
  readonly size: 'tiny' | 'small' | 'medium'
  readonly width?: 'fill'
  readonly name?: string
  readonly form_action_type?: 'submit'
  readonly behaviors: readonly [{ readonly type: 'callback'; readonly value: ButtonValue }]
}

export interface Markdown {
  readonly tag: 'markdown'
  readonly content: string
  readonly text_size?: 'notation'
}

export interface Column {
  readonly tag: 'column'
  readonly width: 'auto' | 'weighted'
  readonly weight?: number
  readonly vertical_align?: 'center'
  readonly vertical_spacing?: string
  readonly elements: readonly Element[]
}

export interface ColumnSet {
  readonly tag: 'column_set'
  readonly flex_mode: 'none' | 'flow'
  readonly horizontal_spacing: string
  readonly columns: readonly Column[]
}

export interface TableColumn {
  readonly name: string
  readonly display_name: string
  /** Always text: nothing in a cell is read as markup. */
  readonly data_type: 'text'
  readonly width: string
}

export interface Table {
  readonly tag: 'table'
  readonly page_size: number
  readonly row_height: 'auto'
  readonly header_style: { readonly background_style: 'grey'; readonly bold: true }
  readonly columns: readonly TableColumn[]
  readonly rows: readonly Readonly<Record<string, string>>[]
}

/** One line, or several where it is `multiline_text`. */
export interface Input {
  readonly tag: 'input'
  readonly name: string
  readonly label?: PlainText
  readonly label_position?: 'top'
  readonly placeholder?: PlainText
  readonly default_value?: string
  readonly input_type: 'text' | 'multiline_text'
  readonly rows?: number
  /** 1 to 1000 characters (输入框). */
  readonly max_length: number
  readonly width: 'fill'
}

export interface Select {
  readonly tag: 'select_static'
  readonly name: string
  readonly placeholder: PlainText
  readonly options: readonly { readonly text: PlainText; readonly value: string }[]
  /** The value of one of the options. */
  readonly initial_option?: string
  readonly width: 'fill'
}

/** 图表: a VChart specification, as far as we use it. It counts towards the size of the card. */
export interface Chart {
  readonly tag: 'chart'
  readonly aspect_ratio: '4:3'
  readonly chart_spec: {
    readonly type: 'bar'
    readonly direction: 'horizontal'
    readonly title: { readonly text: string }
    readonly data: { readonly values: readonly { readonly name: string; readonly value: number }[] }
    readonly xField: 'value'
    readonly yField: 'name'
    readonly label: { readonly visible: true }
  }
}

/** Stands in the body only; every name in it is the only one of its card (表单容器). */
export interface Form {
  readonly tag: 'form'
  readonly name: string
  readonly vertical_spacing: string
  readonly elements: readonly (Markdown | Input | Select | Button)[]
}

export type Element = Button | Markdown | ColumnSet | Table | Chart | Form

/** A card, JSON 2.0. An attribute that the platform does not know makes it refuse the card: these types name all we use. */
export interface FeishuCard {
  readonly schema: '2.0'
  readonly config: { readonly update_multi: true; readonly summary: { readonly content: string } }
  readonly header?: { readonly title: PlainText; readonly template: 'blue' | 'orange' | 'grey' }
  readonly body: { readonly vertical_spacing: string; readonly elements: readonly Element[] }
}

export const plainText = (content: string): PlainText => ({ tag: 'plain_text', content })

export const markdown = (content: string, text_size?: Markdown['text_size']): Markdown =>
  text_size ? { tag: 'markdown', content, text_size } : { tag: 'markdown', content }

/** Elements one beside the other, wrapped where the phone is narrow. */
export const flow = (elements: readonly Element[]): ColumnSet => ({
  tag: 'column_set',
  flex_mode: 'flow',
  horizontal_spacing: '8px',
  columns: elements.map(element => ({ tag: 'column', width: 'auto', elements: [element] })),
})

/** A text, and beside it a narrow column of small buttons. */
export const beside = (texts: readonly Element[], buttons: readonly Button[]): ColumnSet => ({
  tag: 'column_set',
  flex_mode: 'none',
  horizontal_spacing: '8px',
  columns: [
    { tag: 'column', width: 'weighted', weight: 1, vertical_align: 'center', elements: texts },
    { tag: 'column', width: 'auto', vertical_align: 'center', vertical_spacing: '4px', elements: buttons },
  ],
})
