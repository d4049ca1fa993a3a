//! Reads the data block: a guide as postcard writes it.
//!
//! Our own reader, because of its error: whoever knows that the block is whole reads with [`Whole`], an error that cannot be, and
//! the compiler leaves out all that would follow from one (measured in `src/README.md`). Everybody else reads with an error of serde.

use crate::Guide;
use serde::Deserialize;
use serde::de::{
    self, DeserializeSeed, Deserializer, EnumAccess, SeqAccess, VariantAccess, Visitor,
};
use std::fmt;
use std::marker::PhantomData;

/// No error: the block is whole, a sum over it has been checked. Where that was wrong, reading ends in a panic.
pub enum Whole {}

impl Guide {
    /// Reads a guide from its data block.
    ///
    /// # Errors
    /// When the bytes are no guide; never with [`Whole`], which panics instead.
    pub fn read<E: de::Error>(bytes: &[u8]) -> Result<Self, E> {
        Self::deserialize(&mut Reader {
            bytes,
            error: PhantomData,
        })
    }
}

struct Reader<'de, E> {
    bytes: &'de [u8],
    error: PhantomData<E>,
}

impl<'de, E: de::Error> Reader<'de, E> {
    fn byte(&mut self) -> Result<u8, E> {
        let (first, rest) = self.bytes.split_first().ok_or_else(cut_short)?;
        self.bytes = rest;
        Ok(*first)
    }

    /// Seven bits a byte, the lowest first; the highest bit says that more follow.
    fn number(&mut self) -> Result<u32, E> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f)
                .checked_shl(shift)
                .ok_or_else(cut_short)?;
            shift += 7;
            if byte < 0x80 {
                return Ok(number);
            }
        }
    }

    fn length(&mut self) -> Result<usize, E> {
        Ok(self.number()? as usize)
    }

    fn text(&mut self) -> Result<&'de str, E> {
        let length = self.length()?;
        let (text, rest) = self.bytes.split_at_checked(length).ok_or_else(cut_short)?;
        self.bytes = rest;
        std::str::from_utf8(text).map_err(|_| cut_short())
    }
}

#[cold]
fn cut_short<E: de::Error>() -> E {
    E::custom("the data block is not whole")
}

/// Things one after the other: a list's, a struct's or a tuple's.
struct Things<'r, 'de, E> {
    reader: &'r mut Reader<'de, E>,
    left: usize,
}

impl<'de, E: de::Error> SeqAccess<'de> for Things<'_, 'de, E> {
    type Error = E;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, E> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        seed.deserialize(&mut *self.reader).map(Some)
    }

    /// No more than there are bytes: each thing takes one at least.
    fn size_hint(&self) -> Option<usize> {
        Some(self.left.min(self.reader.bytes.len()))
    }
}

impl<'de, E: de::Error> EnumAccess<'de> for &mut Reader<'de, E> {
    type Error = E;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), E> {
        let number = self.number()?;
        let name = de::value::U32Deserializer::new(number);
        Ok((seed.deserialize(name)?, self))
    }
}

impl<'de, E: de::Error> VariantAccess<'de> for &mut Reader<'de, E> {
    type Error = E;

    fn unit_variant(self) -> Result<(), E> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, E> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, E> {
        self.deserialize_tuple(length, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        self.deserialize_tuple(fields.len(), visitor)
    }
}

impl<'de, E: de::Error> Deserializer<'de> for &mut Reader<'de, E> {
    type Error = E;

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.byte()? {
            0 => visitor.visit_bool(false),
            1 => visitor.visit_bool(true),
            _ => Err(cut_short()),
        }
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_u8(self.byte()?)
    }

    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_u32(self.number()?)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_u32(self.number()?)
    }

    /// Zigzag: 0, -1, 1, -2 …
    fn deserialize_i16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        let number = self.number()?;
        visitor.visit_i32((number >> 1) as i32 ^ -((number & 1) as i32))
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_str(self.text()?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.byte()? {
            0 => visitor.visit_none(),
            1 => visitor.visit_some(self),
            _ => Err(cut_short()),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        let left = self.length()?;
        visitor.visit_seq(Things { reader: self, left })
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, left: usize, visitor: V) -> Result<V::Value, E> {
        visitor.visit_seq(Things { reader: self, left })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        self.deserialize_tuple(fields.len(), visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, E> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        visitor.visit_enum(self)
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, E> {
        Err(cut_short())
    }

    serde::forward_to_deserialize_any! {
        i8 i32 i64 i128 u32 u128 f32 f64 char str bytes byte_buf unit unit_struct tuple_struct map identifier ignored_any
    }
}

impl de::Error for Whole {
    fn custom<T: fmt::Display>(_: T) -> Self {
        panic!("the data block is not whole")
    }

    fn invalid_length(_: usize, _: &dyn de::Expected) -> Self {
        panic!("the data block is not whole")
    }
}

impl std::error::Error for Whole {}

impl fmt::Debug for Whole {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl fmt::Display for Whole {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}
