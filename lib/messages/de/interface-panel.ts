import type { Translation } from '../catalogue';
import type { panelTexts as english } from '../en/interface-panel';

export const panelTexts: Translation<typeof english> = {
  keys: {
    title: 'Tastenbefehle',
    close: 'Schließen',
    places: {
      page: 'Überall',
      list: 'In der Liste',
      filter: 'Im Filter',
      edges: 'Am Rand einer Spalte oder der Einzelheiten, an einem Ende der Zeitleiste',
      comparison: 'Im Vergleich',
    },
    commands: {
      filter: 'zum Filter gehen',
      sheet: 'diese Übersicht zeigen',
      move: 'bewegen',
      pages: 'seitenweise bewegen',
      ends: 'zum ersten, zum letzten Aufruf gehen',
      open: 'die Einzelheiten zeigen',
      unfold: 'Etappen, Preflights und neue Versuche zeigen, einklappen',
      closeDetail: 'die Einzelheiten schließen',
      choose: 'einen Vorschlag wählen',
      take: 'ihn übernehmen',
      leave: 'die Vorschläge schließen, dann den Filter leeren, dann zur Liste gehen',
      drag: 'bewegen',
      reset: 'zurücksetzen',
      mark: 'den Aufruf der Zeile als A, als B nehmen',
      end: 'den Vergleich beenden',
    },
  },
  timeline: {
    label: '{calls} von {from} bis {to}: {states}.',
    load: 'Schlüssel #{key}, Minute bis {at}: {requests} von {allowedRequests} Aufrufen, {characters} von {allowedCharacters} Zeichen',
    loads: {
      counting: 'Schlüssel #{key}: unter den Standardgrenzen',
      near: 'Schlüssel #{key}: nahe an einer Standardgrenze',
      over: 'Schlüssel #{key}: über einer Standardgrenze',
    },
    wait: 'Warten bis {until}',
    start: 'Anfang der gezeigten Zeit',
    end: 'Ende der gezeigten Zeit',
    span: '{from} bis {to}',
    clear: 'Aufrufe jeder Zeit zeigen',
  },
  layout: {
    title: 'Spalten und Zeitleiste',
    columns: 'Spalten',
    noRoom: 'kein Platz',
    sort: 'Sortieren nach',
    timeline: 'Zeitleiste',
    detail: 'Einzelheiten',
    places: { auto: 'Wo Platz ist', beside: 'Neben der Liste', below: 'Unter der Liste' },
    width: 'Breite der Spalte {column}',
    share: 'Größe der Einzelheiten',
  },
};
