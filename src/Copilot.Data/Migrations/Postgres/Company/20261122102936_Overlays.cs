using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Copilot.Data.Migrations.Postgres.Company
{
    /// <inheritdoc />
    internal sealed partial class Overlays : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DeliveryNotices",
                schema: "company",
                columns: table => new
                {
                    Key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Effect = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    File = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Address = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Lost = table.Column<bool>(type: "boolean", nullable: false),
                    Status = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Diagnostic = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ToldAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveryNotices", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Overlays",
                schema: "company",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Effect = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Record = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RecordKey = table.Column<int>(type: "integer", nullable: false),
                    Document = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Field = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Before = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    After = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    BeforeText = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    AfterText = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    ById = table.Column<int>(type: "integer", nullable: true),
                    State = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SettledAt = table.Column<long>(type: "bigint", nullable: true),
                    SettledBy = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    SourceText = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    OrderId = table.Column<int>(type: "integer", nullable: true),
                    InvoiceId = table.Column<int>(type: "integer", nullable: true),
                    CustomerId = table.Column<int>(type: "integer", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Overlays", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Overlays_Customers_CustomerId",
                        column: x => x.CustomerId,
                        principalSchema: "company",
                        principalTable: "Customers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Overlays_Invoices_InvoiceId",
                        column: x => x.InvoiceId,
                        principalSchema: "company",
                        principalTable: "Invoices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Overlays_Orders_OrderId",
                        column: x => x.OrderId,
                        principalSchema: "company",
                        principalTable: "Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Overlays_People_ById",
                        column: x => x.ById,
                        principalSchema: "company",
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DeliveryNotices_Effect",
                schema: "company",
                table: "DeliveryNotices",
                column: "Effect");

            migrationBuilder.CreateIndex(
                name: "IX_Overlays_CustomerId",
                schema: "company",
                table: "Overlays",
                column: "CustomerId",
                filter: "\"CustomerId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Overlays_Effect",
                schema: "company",
                table: "Overlays",
                column: "Effect");

            migrationBuilder.CreateIndex(
                name: "IX_Overlays_InvoiceId",
                schema: "company",
                table: "Overlays",
                column: "InvoiceId",
                filter: "\"InvoiceId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Overlays_OrderId",
                schema: "company",
                table: "Overlays",
                column: "OrderId",
                filter: "\"OrderId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Overlays_State",
                schema: "company",
                table: "Overlays",
                column: "State");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DeliveryNotices",
                schema: "company");

            migrationBuilder.DropTable(
                name: "Overlays",
                schema: "company");
        }
    }
}
