import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A line of an order, under the shop's own number. */
@Entity('order_lines')
export class OrderLineRow {
  @PrimaryColumn({ type: 'varchar' })
  shop: string;

  @PrimaryColumn({ name: 'order_id', type: 'bigint' })
  orderId: number;

  @PrimaryColumn({ type: 'bigint' })
  id: number;

  @Column({ type: 'integer' })
  position: number;

  @Column({ type: 'varchar' })
  sku: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'bigint' })
  quantity: number;

  @Column({ type: 'bigint' })
  price: number;

  @Column({ type: 'bigint' })
  discount: number;

  @Column({ type: 'bigint' })
  tax: number;

  @Column({ type: 'bigint' })
  total: number;
}
