/** What a component of a JSON 2.0 card may carry. An attribute that is not listed makes Feishu refuse the whole card. */
export interface Component {
  readonly required: readonly string[]
  readonly optional: readonly string[]
  /** Attributes that hold further components, and the tags allowed there. */
  readonly children?: Readonly<Record<string, readonly string[]>>
  /** Only directly in the body. */
  readonly rootOnly?: true
  /** Holds other elements: counts towards the nesting. */
  readonly container?: true
}

const TEXTS = ['plain_text', 'lark_md']
const PLAIN = ['plain_text']
const ICONS = ['standard_icon', 'custom_icon']
const LEAVES = [
  ...['markdown', 'div', 'hr', 'button', 'input', 'select_static', 'select_person', 'date_picker', 'picker_time'],
  ...['picker_datetime', 'checker', 'chart'],
]
const BLOCKS = [...LEAVES, 'column_set', 'collapsible_panel', 'interactive_container']
const IN_FORM = [...BLOCKS, 'multi_select_static', 'multi_select_person']
const CHOICE = ['name', 'initial_option', 'initial_index', 'placeholder', 'required', 'width', 'disabled', 'behaviors']
const PICKER = ['name', 'placeholder', 'required', 'width', 'disabled', 'behaviors', 'value']

/** Tags that may stand in the body of a card. */
export const ROOT_TAGS: readonly string[] = [...BLOCKS, 'table', 'form']

/** Component pages of the open platform, JSON 2.0; every element may also carry `element_id` and `margin`. */
export const COMPONENTS: Readonly<Record<string, Component>> = {
  plain_text: { required: ['content'], optional: ['text_size', 'text_color', 'text_align', 'lines', 'i18n_content'] },
  lark_md: { required: ['content'], optional: ['text_size', 'text_color', 'text_align', 'lines', 'i18n_content'] },
  standard_icon: { required: ['token'], optional: ['color', 'size'] },
  custom_icon: { required: ['img_key'], optional: ['size'] },
  text_tag: { required: ['text'], optional: ['color'], children: { text: PLAIN } },
  markdown: { required: ['content'], optional: ['text_size', 'text_align', 'icon'], children: { icon: ICONS } },
  div: { required: ['text'], optional: ['icon', 'width'], children: { text: TEXTS, icon: ICONS } },
  hr: { required: [], optional: [] },
  button: {
    required: ['text'],
    optional: [
      ...['type', 'size', 'width', 'icon', 'disabled', 'disabled_tips', 'hover_tips', 'confirm', 'behaviors'],
      ...['name', 'form_action_type', 'required'],
    ],
    children: { text: TEXTS, icon: ICONS, hover_tips: PLAIN, disabled_tips: PLAIN },
  },
  column_set: {
    required: ['columns'],
    optional: ['flex_mode', 'background_style', 'horizontal_spacing', 'horizontal_align', 'action'],
    children: { columns: ['column'] },
    container: true,
  },
  column: {
    required: ['elements'],
    optional: [
      ...['width', 'weight', 'vertical_align', 'horizontal_align', 'vertical_spacing', 'horizontal_spacing'],
      ...['direction', 'padding', 'background_style', 'action'],
    ],
    children: { elements: BLOCKS },
  },
  collapsible_panel: {
    required: ['header', 'elements'],
    optional: ['expanded', 'border', 'background_color', 'padding', 'vertical_spacing', 'direction'],
    children: { elements: BLOCKS },
    container: true,
  },
  interactive_container: {
    required: ['elements'],
    optional: [
      ...['width', 'height', 'direction', 'background_style', 'has_border', 'border_color', 'corner_radius', 'padding'],
      ...['behaviors', 'disabled', 'disabled_tips', 'hover_tips', 'confirm', 'vertical_spacing', 'vertical_align'],
    ],
    children: { elements: BLOCKS, hover_tips: PLAIN, disabled_tips: PLAIN },
    container: true,
  },
  form: {
    required: ['name', 'elements'],
    optional: ['direction', 'padding', 'vertical_spacing', 'horizontal_spacing'],
    children: { elements: IN_FORM },
    rootOnly: true,
    container: true,
  },
  table: {
    required: ['columns', 'rows'],
    optional: ['page_size', 'row_height', 'row_max_height', 'freeze_first_column', 'header_style'],
    rootOnly: true,
  },
  chart: { required: ['chart_spec'], optional: ['aspect_ratio', 'color_theme', 'height', 'preview'] },
  input: {
    required: ['name'],
    optional: [
      ...['label', 'label_position', 'placeholder', 'default_value', 'input_type', 'rows', 'max_rows', 'max_length'],
      ...['width', 'required', 'disabled', 'behaviors', 'auto_resize'],
    ],
    children: { label: PLAIN, placeholder: PLAIN },
  },
  select_static: { required: ['options'], optional: CHOICE, children: { placeholder: PLAIN } },
  multi_select_static: {
    required: ['name', 'options'],
    optional: [...CHOICE, 'selected_values'],
    children: { placeholder: PLAIN },
  },
  select_person: { required: [], optional: [...CHOICE, 'options'], children: { placeholder: PLAIN } },
  multi_select_person: {
    required: ['name'],
    optional: [...CHOICE, 'options', 'selected_values'],
    children: { placeholder: PLAIN },
  },
  date_picker: { required: [], optional: [...PICKER, 'initial_date'], children: { placeholder: PLAIN } },
  picker_time: { required: [], optional: [...PICKER, 'initial_time'], children: { placeholder: PLAIN } },
  picker_datetime: { required: [], optional: [...PICKER, 'initial_datetime'], children: { placeholder: PLAIN } },
  checker: { required: [], optional: ['name', 'checked', 'text', 'disabled', 'behaviors'], children: { text: TEXTS } },
}
