/** The texts of what stands around the list: its layout, its keys, the completion of its filter, its timeline. */
export const panelTexts = {
  keys: {
    title: 'Keyboard commands',
    close: 'Close',
    places: {
      page: 'Anywhere',
      list: 'In the list',
      filter: 'In the filter',
      edges: 'On the edge of a column, on an end of the timeline',
    },
    commands: {
      filter: 'go to the filter',
      sheet: 'show this sheet',
      move: 'move',
      pages: 'move by a page',
      ends: 'go to the first, the last call',
      open: 'show the details',
      unfold: 'show hops, preflights and retries, fold them',
      closeDetail: 'close the details',
      choose: 'choose a suggestion',
      take: 'take it',
      leave: 'close the suggestions, then empty the filter, then go to the list',
      drag: 'move it',
      reset: 'put it back',
    },
  },
  timeline: {
    label: '{calls} from {from} to {to}: {states}.',
    load: 'key #{key}, minute up to {at}: {requests} of {allowedRequests} calls, {characters} of {allowedCharacters} characters',
    start: 'Start of the shown time',
    end: 'End of the shown time',
    span: '{from} to {to}',
    clear: 'Show calls of any time',
  },
  layout: {
    title: 'Columns and timeline',
    columns: 'Columns',
    timeline: 'Timeline',
    detail: 'Details',
    places: { auto: 'Where there is room', beside: 'Beside the list', below: 'Below the list' },
    width: 'Width of the column {column}',
  },
} as const;
