import type { RefObject } from 'preact';
import type { InspectedCall } from '../../lib/store/calls';
import type { VisibleRows } from '../../lib/store/rows';
import type { Column, Sort, StateGroup } from '../../lib/store/view-state';
import { LayoutMenu } from '../exchange/layout-menu';
import { usePageKey } from '../exchange/use-page-key';
import { type Exportable, ExportButton } from '../export/export-button';
import { useActions } from '../ui/actions';
import { IconButton } from '../ui/button';
import { Glyph, RecordGlyph } from '../ui/icons';
import { useTexts } from '../ui/language';
import { FilterField } from './filter-field';
import { StateChips } from './state-chips';

interface ToolbarProps {
  readonly paused: boolean;
  readonly onPause: (paused: boolean) => void;
  readonly onClear: () => void;
  readonly preserveLog: boolean;
  readonly onPreserve: (preserve: boolean) => void;
  readonly filterText: string;
  readonly onFilter: (text: string) => void;
  /** All calls, from which the filter's suggestions come. */
  readonly calls: readonly InspectedCall[];
  readonly hidden: number;
  readonly filterField: RefObject<HTMLInputElement | null>;
  readonly onLeaveFilter: () => void;
  readonly counts: VisibleRows['counts'];
  readonly groups: ReadonlySet<StateGroup>;
  readonly onGroup: (group: StateGroup) => void;
  readonly sort: Sort;
  readonly onSort: (column: Column) => void;
  readonly exportable: () => Exportable;
}

export function Toolbar(props: ToolbarProps) {
  const { texts } = useTexts();
  const { toolbar, popup } = texts;
  const { openOptions } = useActions();
  const toggle = () => props.onPause(!props.paused);
  usePageKey('e', toggle, true);
  usePageKey('l', props.onClear, true);
  const preserve = (
    <label class="preserve" title={String(toolbar.preserveWhy)}>
      <input
        type="checkbox"
        checked={props.preserveLog}
        onChange={(event) => props.onPreserve(event.currentTarget.checked)}
      />
      {toolbar.preserve}
    </label>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: there is no element for a toolbar
    <div class="toolbar" role="group" aria-label={String(toolbar.label)}>
      <span class="toolbar-start" data-recording={!props.paused}>
        <IconButton label={String(props.paused ? toolbar.record : toolbar.pause)} onClick={toggle}>
          <RecordGlyph recording={!props.paused} />
        </IconButton>
        <IconButton label={String(toolbar.clear)} onClick={props.onClear}>
          <Glyph name="clear" size={16} />
        </IconButton>
        {preserve}
      </span>
      <FilterField
        text={props.filterText}
        onText={props.onFilter}
        calls={props.calls}
        hidden={props.hidden}
        field={props.filterField}
        onLeave={props.onLeaveFilter}
      />
      <StateChips counts={props.counts} chosen={props.groups} onToggle={props.onGroup} />
      <span class="toolbar-end">
        <ExportButton take={props.exportable} />
        {/* Where the bar has no room for its words, it stands in the menu. */}
        <LayoutMenu sort={props.sort} onSort={props.onSort} hasTimeline>
          {preserve}
        </LayoutMenu>
        <IconButton label={String(popup.options)} onClick={openOptions}>
          <Glyph name="options" size={16} />
        </IconButton>
      </span>
    </div>
  );
}
