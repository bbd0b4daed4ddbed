import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A user name and password of a shop's software; user names are unique over all shops. */
@Entity('logins')
export class LoginRow {
  @PrimaryColumn({ name: 'user_name', type: 'varchar' })
  userName: string;

  @Column({ type: 'varchar' })
  shop: string;

  @Column({ name: 'sealed_password', type: 'text' })
  sealedPassword: string;

  @Column({ type: 'text' })
  scopes: string;

  @Column({ name: 'created_at', type: 'bigint' })
  createdAt: number;
}
