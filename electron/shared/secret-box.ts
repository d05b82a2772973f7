/** Keeps secrets unreadable on disk. */
export interface SecretBox {
  seal(secret: string): string;
  /** Null if it was sealed with another key, or is damaged. */
  open(sealed: string): string | null;
}
