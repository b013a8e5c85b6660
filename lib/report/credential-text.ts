import type { CredentialAnatomy } from '../exchange/credential';
import { REDACTED } from '../exchange/redact';
import { type CredentialCell, credentialCells } from './credential-cells';

const HIDDEN = '••••••';

function cellText(cell: CredentialCell): string {
  switch (cell.type) {
    case 'scheme':
    case 'shown':
    case 'wrong':
      return cell.text;
    case 'hidden':
      return HIDDEN;
    case 'lawful-space':
      return ' ';
    case 'unexpected':
      return `[${cell.label}]`;
    case 'redacted':
      return REDACTED;
    case 'absent':
      return '';
    default:
      return cell satisfies never;
  }
}

/** A credential in one line, masked: `Bearer ifz_••••••4sYd[SP]`. */
export function credentialText(anatomy: CredentialAnatomy): string {
  return credentialCells(anatomy).map(cellText).join('');
}
