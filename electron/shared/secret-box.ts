/** Keeps secrets unreadable on disk. */
export interface SecretBox {
  seal(secret: string): string;
  /** Null where it was sealed with another key, or damaged. */
  open(sealed: string): string | null;
}
