/** The key that the stand-in accepts unless told otherwise. Obviously fake, so that no scanner or reader takes it for a secret. */
export const VALID_KEY = 'ifz_FAKE_KEY_FOR_TESTS_0001';

/** A key of the right form that is never accepted: the documentation says "invalid or revoked" with one code. */
export const REVOKED_KEY = 'ifz_FAKE_REVOKED_KEY_FOR_TESTS_0002';
