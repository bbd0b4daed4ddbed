/**
 * What a WSDL of style rpc/encoded promises. A model of its own beside that of document/literal: the one names its values'
 * types on the wire and has no limits, the other has limits and names nothing, and neither is read in place of the other.
 */

export type ScalarBase = 'string' | 'int' | 'float' | 'boolean';

export interface ScalarType {
  readonly kind: 'scalar';
  readonly name: string;
  /** Whether the name is XML Schema's own, and not one of the contract. */
  readonly builtIn: boolean;
  readonly base: ScalarBase;
  readonly enumeration?: readonly string[];
}

export interface Member {
  readonly name: string;
  readonly type: EncodedType;
  readonly required: boolean;
}

export interface StructType {
  readonly kind: 'struct';
  readonly name: string;
  readonly members: readonly Member[];
}

/** A `soapenc:Array`. On the wire each entry is an element whose name means nothing; in values it is a plain array. */
export interface ArrayType {
  readonly kind: 'array';
  readonly name: string;
  readonly of: ScalarType | StructType;
}

export type EncodedType = ScalarType | StructType | ArrayType;

/** The one part of a message. */
export interface Part {
  readonly name: string;
  readonly type: StructType;
}

/** One WSDL, one operation. */
export interface EncodedContract {
  readonly namespace: string;
  readonly operation: string;
  readonly soapAction: string;
  readonly request: Part;
  readonly response: Part;
}
