/** How HAR files that this inspector writes are told from others, and how they show a key. */
export const HAR_CREATOR = 'Infuzu Request Inspector';

/** Stands for one character of a key: a bullet operator, which nobody types. */
export const MASKED = '\u2219';

/** The file holds auth headers that its own source had left out: their absence proves nothing. */
export const CREDENTIALS_UNKNOWN = '_credentialsLeftOut';
